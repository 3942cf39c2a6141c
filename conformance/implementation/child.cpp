// Pipes that never block, one poll for all three; how the process ended; nobody is left behind.
#include "conformance/implementation/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

extern char** environ;

namespace tic::conformance {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_stderr = 8192;
// What a process may need to end by itself after `bye`, sanitizers' reports included.
constexpr auto farewell = 5s;

std::array<std::atomic<pid_t>, 64> running{};

void enter(pid_t pid) {
    for (auto& place : running) {
        pid_t free = 0;
        if (place.compare_exchange_strong(free, pid)) return;
    }
}

void leave(pid_t pid) {
    for (auto& place : running) {
        pid_t own = pid;
        if (place.compare_exchange_strong(own, 0)) return;
    }
}

/// A file descriptor that is closed at the end.
class descriptor {
public:
    explicit descriptor(int fd = -1) : fd_(fd) {}
    ~descriptor() { reset(); }
    descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    descriptor& operator=(descriptor&& other) noexcept {
        reset();
        fd_ = std::exchange(other.fd_, -1);
        return *this;
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }
    void reset() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

private:
    int fd_;
};

struct pipe_ends {
    descriptor read;
    descriptor write;
};

bool make_pipe(pipe_ends& into) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    into.read = descriptor(ends[0]);
    into.write = descriptor(ends[1]);
    return true;
}

void never_block(const descriptor& of) { ::fcntl(of.get(), F_SETFL, ::fcntl(of.get(), F_GETFL) | O_NONBLOCK); }

int milliseconds_until(implementation::clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - implementation::clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

class child final : public implementation {
public:
    child(pid_t pid, descriptor in, descriptor out, descriptor err)
        : pid_(pid), in_(std::move(in)), out_(std::move(out)), err_(std::move(err)) {
        for (const auto* each : {&in_, &out_, &err_}) never_block(*each);
        enter(pid_);
    }
    ~child() override { kill_and_reap(); }

    void send(std::string_view lines) override;
    received receive(clock::time_point deadline) override;
    std::string finish() override;
    [[nodiscard]] std::string stderr_text() const override { return stderr_text_; }

private:
    void write_some();
    bool read_some();
    void read_stderr();
    bool wait(clock::time_point deadline);
    bool wait_for_exit(clock::time_point deadline);
    [[nodiscard]] std::string how_it_ended() const;
    void kill_and_reap();

    pid_t pid_;
    descriptor in_, out_, err_;
    std::string unsent_;
    std::size_t sent_ = 0;
    std::string lines_;       ///< what was read and not yet given away
    std::size_t given_ = 0;   ///< of it
    std::size_t looked_ = 0;  ///< no line ends before this
    std::string stderr_text_;
    bool ended_ = false;
    bool reaped_ = false;
    bool killed_ = false;
    int status_ = 0;
};

void child::send(std::string_view lines) {
    unsent_.append(lines);
    write_some();
}

void child::write_some() {
    while (in_.open() && sent_ < unsent_.size()) {
        const auto n = ::write(in_.get(), unsent_.data() + sent_, unsent_.size() - sent_);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return;
        if (n < 0) in_.reset();  // it closed its input: what it still writes is read, then its end
        if (n > 0) sent_ += static_cast<std::size_t>(n);
    }
    unsent_.clear();
    sent_ = 0;
}

/// False when nothing more will ever come.
bool child::read_some() {
    if (given_ == lines_.size()) lines_.clear();
    lines_.erase(0, given_);
    looked_ = lines_.size();
    given_ = 0;
    constexpr std::size_t piece = 65536;
    const auto before = lines_.size();
    lines_.resize(before + piece);
    const auto n = ::read(out_.get(), lines_.data() + before, piece);
    lines_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

void child::read_stderr() {
    std::array<char, 4096> piece{};
    const auto n = ::read(err_.get(), piece.data(), piece.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) return err_.reset();
    stderr_text_.append(piece.data(), static_cast<std::size_t>(n));
    if (stderr_text_.size() > most_stderr) stderr_text_.erase(0, stderr_text_.size() - most_stderr);
}

/// One turn: whatever can be read or written is. False if the deadline passed.
bool child::wait(clock::time_point deadline) {
    std::array<pollfd, 3> all{
        {{out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}, {unsent_.empty() ? -1 : in_.get(), POLLOUT, 0}}};
    const int ready = ::poll(all.data(), all.size(), milliseconds_until(deadline));
    if (ready < 0) return errno == EINTR;
    if (ready == 0) return false;
    if (all[1].revents != 0) read_stderr();
    if (all[2].revents != 0) write_some();
    if (all[0].revents != 0 && !read_some()) ended_ = true;
    return true;
}

received child::receive(clock::time_point deadline) {
    for (bool late = false;; late = !wait(deadline) || clock::now() >= deadline) {
        const auto end = lines_.find('\n', std::max(given_, looked_));
        if (end != std::string::npos) {
            std::string_view line(lines_.data() + given_, end - given_);
            given_ = looked_ = end + 1;
            if (line.ends_with('\r')) line.remove_suffix(1);
            return {received::kind::line, line};
        }
        looked_ = lines_.size();
        if (lines_.size() - given_ > longest_line) return {received::kind::too_long, {}};
        if (ended_) return {received::kind::end, std::string_view(lines_).substr(given_)};
        if (late) return {};
    }
}

bool child::wait_for_exit(clock::time_point deadline) {
    const descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    while (!reaped_) {
        std::array<pollfd, 3> all{{{process.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}, {out_.get(), POLLIN, 0}}};
        // Where the kernel gives no descriptor of a process, it is asked again and again.
        const int most = process.open() ? 3'600'000 : 10;
        const int ready = ::poll(all.data(), all.size(), std::min(most, milliseconds_until(deadline)));
        if (ready < 0 && errno != EINTR) break;
        if (ready <= 0) all = {};
        if (all[1].revents != 0) read_stderr();
        if (all[2].revents != 0) {
            lines_.clear();
            given_ = 0;
            if (!read_some()) out_.reset();
        }
        if (all[0].revents != 0 || !process.open()) reaped_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
        if (clock::now() >= deadline) break;
    }
    while (reaped_ && err_.open()) {  // its last words are still in the pipe
        pollfd last{err_.get(), POLLIN, 0};
        if (::poll(&last, 1, 0) <= 0) break;
        read_stderr();
    }
    return reaped_;
}

std::string child::how_it_ended() const {
    if (killed_) return {};
    if (WIFSIGNALED(status_)) {
        const char* name = ::sigabbrev_np(WTERMSIG(status_));
        return "killed by signal " + std::to_string(WTERMSIG(status_)) +
               (name != nullptr ? " (SIG" + std::string(name) + ")" : std::string());
    }
    return WEXITSTATUS(status_) == 0 ? std::string() : "ended with exit code " + std::to_string(WEXITSTATUS(status_));
}

std::string child::finish() {
    if (!ended_) {
        send("bye\n");
        while (!ended_ && in_.open() && !unsent_.empty() && wait(clock::now() + 100ms))
            lines_.clear(), given_ = looked_ = 0;
    }
    in_.reset();
    if (!reaped_) wait_for_exit(clock::now() + farewell);
    kill_and_reap();
    return how_it_ended();
}

void child::kill_and_reap() {
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGKILL);  // also what it started, if that outlived it
    if (!reaped_) {
        killed_ = true;
        while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
        }
        reaped_ = true;
    }
    leave(pid_);
    pid_ = 0;
}

std::vector<char*> argv_of(const std::vector<std::string>& command) {
    std::vector<char*> argv;
    for (const auto& word : command) argv.push_back(const_cast<char*>(word.c_str()));  // posix_spawn changes nothing
    argv.push_back(nullptr);
    return argv;
}

/// The error number of posix_spawn.
int spawn(const std::vector<std::string>& command, const pipe_ends (&ends)[3], pid_t& pid) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[0].read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends[1].write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends[2].write.get(), STDERR_FILENO);
    posix_spawnattr_t how;
    posix_spawnattr_init(&how);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&how, 0);
    sigset_t usual;
    sigemptyset(&usual);
    posix_spawnattr_setsigmask(&how, &usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigdefault(&how, &usual);
    const int wrong = ::posix_spawnp(&pid, command.front().c_str(), &files, &how, argv_of(command).data(), environ);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return wrong;
}

}  // namespace

std::unique_ptr<implementation> start_child(const std::vector<std::string>& command, std::string& why) {
    ::signal(SIGPIPE, SIG_IGN);
    pipe_ends ends[3];
    if (command.empty() || !make_pipe(ends[0]) || !make_pipe(ends[1]) || !make_pipe(ends[2])) {
        why = command.empty() ? "no command is given" : std::strerror(errno);
        return nullptr;
    }
    pid_t pid = 0;
    if (const int wrong = spawn(command, ends, pid); wrong != 0) {
        why = "cannot start `" + command.front() + "`: " + std::strerror(wrong);
        return nullptr;
    }
    return std::make_unique<child>(pid, std::move(ends[0].write), std::move(ends[1].read), std::move(ends[2].read));
}

void kill_children() noexcept {
    for (const auto& place : running)
        if (const pid_t pid = place.load(); pid > 0) ::kill(-pid, SIGKILL);
}

}  // namespace tic::conformance
