// Writes a temporary file in the same folder and renames it: readers see the old content or the new one, never a part.
#include "tools/tictoc/replace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

namespace tic::tool {
namespace {

bool write_all(int file, const std::string& content) {
    for (std::size_t done = 0; done < content.size();) {
        const auto n = ::write(file, content.data() + done, content.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        done += static_cast<std::size_t>(n);
    }
    return true;
}

}  // namespace

std::string replace_file(const std::string& path, const std::string& content) {
    // Through a symbolic link the file it names is replaced, not the link.
    std::error_code fault;
    auto target = std::filesystem::canonical(path, fault).string();
    if (fault) return fault.message();
    struct stat before {};
    if (::stat(target.c_str(), &before) != 0) return std::strerror(errno);
    // What may not be written is not replaced either, though its folder would allow that.
    if (::access(target.c_str(), W_OK) != 0) return std::strerror(errno);

    const auto pattern = target + ".XXXXXX";
    std::vector<char> name(pattern.begin(), pattern.end());
    name.push_back('\0');
    const int file = ::mkstemp(name.data());
    if (file < 0) return std::strerror(errno);
    bool done = write_all(file, content) && ::fchmod(file, before.st_mode & 07777U) == 0 && ::fsync(file) == 0;
    int why = errno;
    done = ::close(file) == 0 && done;
    if (done && ::rename(name.data(), target.c_str()) == 0) return "";
    if (done) why = errno;
    ::unlink(name.data());
    return std::strerror(why);
}

}  // namespace tic::tool
