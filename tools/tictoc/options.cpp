// Options by CLI11: its parsing and help, our messages for unknown options.
#include "tools/tictoc/options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <ostream>

namespace tic::tool {

struct option_set::inside {
    CLI::App app;
    std::string command;
    std::vector<std::string> known{"--help"};
};

option_set::option_set(const std::string& command, const std::string& summary) : in_(std::make_unique<inside>()) {
    in_->command = command;
    in_->app.description(summary);
    in_->app.name("tictoc " + command);
    in_->app.set_help_flag("--help,-h", "Show this text");
    in_->app.get_formatter()->column_width(28);
}

option_set::~option_set() = default;

void option_set::operand(const std::string& name, std::string& target, const std::string& help, bool required) {
    in_->app.add_option(name, target, help)->required(required)->type_name("");
}

void option_set::operands(const std::string& name, std::vector<std::string>& target, const std::string& help) {
    in_->app.add_option(name, target, help)->required()->type_name("");
}

void option_set::flag(const std::string& name, bool& target, const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_flag(name, target, help)->disable_flag_override();
}

void option_set::option(const std::string& name, const std::string& value, std::string& target,
                        const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_option(name, target, help)->type_name(value);
}

void option_set::options(const std::string& name, const std::string& value, std::vector<std::string>& target,
                         const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_option(name, target, help)->type_name(value)->expected(1)->take_all()->allow_extra_args(false);
}

void option_set::number(const std::string& name, const std::string& value, std::optional<unsigned>& target,
                        const std::string& help) {
    in_->known.push_back(name);
    in_->app
        .add_option_function<unsigned>(
            name, [&target](const unsigned& n) { target = n; }, help)
        ->type_name(value);
}

void option_set::footer(const std::string& text) { in_->app.footer(text); }

std::optional<int> option_set::parse(arguments args, streams& io) {
    for (const auto& a : args) {
        // CLI11 would only report that the argument was not expected, without a suggestion.
        const std::string name = a.substr(0, a.find('='));
        if (!name.starts_with("--") || name.size() < 3 || std::ranges::find(in_->known, name) != in_->known.end())
            continue;
        const std::vector<std::string_view> known(in_->known.begin(), in_->known.end());
        report_error(io, wrong_usage, in_->command + ": unknown option `" + name + "`" + suggestion(name, known));
        io.err << "try `tictoc " << in_->command << " --help`\n";
        return wrong_usage;
    }
    std::ranges::reverse(args);
    try {
        in_->app.parse(std::move(args));
    } catch (const CLI::CallForHelp&) {
        io.out << in_->app.help();
        return as_wanted;
    } catch (const CLI::ParseError& fault) {
        report_error(io, wrong_usage, in_->command + ": " + fault.what());
        io.err << "try `tictoc " << in_->command << " --help`\n";
        return wrong_usage;
    }
    return std::nullopt;
}

}  // namespace tic::tool
