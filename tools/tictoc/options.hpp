// The options and operands of one command. Wraps CLI11, which is slow to compile, so that one file includes it and all
// commands handle `--help` and wrong usage in the same way.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/tictoc/cli.hpp"

namespace tic::tool {

class option_set {
public:
    option_set(const std::string& command, const std::string& summary);
    ~option_set();

    /// The targets must live until `parse` has been called.
    void operand(const std::string& name, std::string& target, const std::string& help, bool required = true);
    void operands(const std::string& name, std::vector<std::string>& target, const std::string& help);
    void flag(const std::string& name, bool& target, const std::string& help);
    void option(const std::string& name, const std::string& value, std::string& target, const std::string& help);
    /// An option that may be given more than once.
    void options(const std::string& name, const std::string& value, std::vector<std::string>& target,
                 const std::string& help);
    void number(const std::string& name, const std::string& value, std::optional<unsigned>& target,
                const std::string& help);
    void footer(const std::string& text);

    /// Nothing if the command should go on; else its exit code, after the help text or a message has been printed.
    [[nodiscard]] std::optional<int> parse(arguments args, streams& io);

private:
    struct inside;
    std::unique_ptr<inside> in_;
};

}  // namespace tic::tool
