// The process of an adapter: answers what stands on standard input, all that has come in one write.
#pragma once

#include <unistd.h>

#include "adapter.hpp"

namespace tic {

namespace detail {

inline bool write_all(std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Answers the whole lines of the text, which then is what is left; false after `bye`.
template <class Implementation>
bool answer_lines(Implementation& implementation, std::string_view& text, std::string& out) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        const bool goes_on = implementation.answer(text.substr(0, end), out);
        text.remove_prefix(end + 1);
        if (!goes_on) return false;
    }
    return true;
}

}  // namespace detail

/// Answers until `bye` or the end of input; the exit code of the process.
template <class Protocol>
int run_adapter() {
    constexpr std::size_t block = std::size_t{1} << 18;
    adapter<Protocol> implementation;
    std::string in, out;
    for (bool goes_on = true; goes_on;) {
        const std::size_t kept = in.size();
        in.resize(kept + block);
        const ssize_t count = ::read(STDIN_FILENO, in.data() + kept, block);
        in.resize(kept + static_cast<std::size_t>(count > 0 ? count : 0));
        if (count <= 0) in += '\n';  // a last line may lack its end
        std::string_view lines(in);
        if (count <= 0 && lines == "\n") break;
        goes_on = detail::answer_lines(implementation, lines, out) && count > 0;
        in.erase(0, in.size() - lines.size());
        if (!detail::write_all(out)) return 3;
        out.clear();
    }
    return 0;
}

}  // namespace tic
