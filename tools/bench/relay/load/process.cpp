// The CPU clock of a process, /proc/PID/stat and /proc/PID/status.
#include "process.hpp"

#include <unistd.h>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include "clock.hpp"
#include "driver.hpp"

namespace tic::bench {
namespace {

std::string read_file(pid_t process, const char* name) {
    std::ifstream file("/proc/" + std::to_string(process) + "/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    if (text.str().empty()) throw broken("there is no process " + std::to_string(process) + " any more");
    return text.str();
}

/// The number in KiB behind the name, in bytes.
std::int64_t size_in(const std::string& status, const std::string& name) {
    const std::size_t at = status.find(name);
    return at == std::string::npos ? 0 : std::stoll(status.substr(at + name.size())) * 1024;
}

}  // namespace

cpu_time cpu_of(pid_t process) {
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        throw broken("there is no process " + std::to_string(process) + " any more");
    // The name, in parentheses, may hold blanks; behind it `utime` is the 12th field.
    const std::string stat = read_file(process, "stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i) fields >> skipped;
    std::int64_t ticks = 0;
    fields >> ticks;
    return {time.tv_sec * second + time.tv_nsec, ticks * (second / sysconf(_SC_CLK_TCK))};
}

resident memory_of(pid_t process) {
    const std::string status = read_file(process, "status");
    return {size_in(status, "VmRSS:"), size_in(status, "VmHWM:")};
}

}  // namespace tic::bench
