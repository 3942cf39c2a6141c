// Flags by CLI11: its parsing and help, our words for what is wrong.
#include "tools/tictoc/flags.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <ostream>

namespace tic::tool {

struct flags::inside {
    CLI::App app;
    std::string command;
    std::vector<std::string> known{"--help"};
};

flags::flags(const std::string& command, const std::string& summary) : in_(std::make_unique<inside>()) {
    in_->command = command;
    in_->app.description(summary);
    in_->app.name("tictoc " + command);
    in_->app.set_help_flag("--help,-h", "This text");
    in_->app.get_formatter()->column_width(28);
}

flags::~flags() = default;

void flags::operand(const std::string& name, std::string& target, const std::string& help, bool required) {
    in_->app.add_option(name, target, help)->required(required)->type_name("");
}

void flags::operands(const std::string& name, std::vector<std::string>& target, const std::string& help) {
    in_->app.add_option(name, target, help)->required()->type_name("");
}

void flags::flag(const std::string& name, bool& target, const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_flag(name, target, help)->disable_flag_override();
}

void flags::option(const std::string& name, const std::string& value, std::string& target, const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_option(name, target, help)->type_name(value);
}

void flags::options(const std::string& name, const std::string& value, std::vector<std::string>& target,
                    const std::string& help) {
    in_->known.push_back(name);
    in_->app.add_option(name, target, help)->type_name(value)->expected(1)->take_all()->allow_extra_args(false);
}

void flags::number(const std::string& name, const std::string& value, std::optional<unsigned>& target,
                   const std::string& help) {
    in_->known.push_back(name);
    in_->app
        .add_option_function<unsigned>(
            name, [&target](const unsigned& n) { target = n; }, help)
        ->type_name(value);
}

void flags::footer(const std::string& text) { in_->app.footer(text); }

std::optional<int> flags::parse(arguments args, streams& io) {
    for (const auto& a : args) {
        // CLI11 only says that such a thing was not expected.
        const std::string name = a.substr(0, a.find('='));
        if (!name.starts_with("--") || name.size() < 3 || std::ranges::find(in_->known, name) != in_->known.end())
            continue;
        const std::vector<std::string_view> known(in_->known.begin(), in_->known.end());
        complain(io, wrong_usage, in_->command + " has no option `" + name + "`" + suggestion(name, known));
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
        complain(io, wrong_usage, in_->command + ": " + fault.what());
        io.err << "try `tictoc " << in_->command << " --help`\n";
        return wrong_usage;
    }
    return std::nullopt;
}

}  // namespace tic::tool
