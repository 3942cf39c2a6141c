// JSON text to a tree, by the library's event parser.
#include "runtime/interpreter/json_tree.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tic::interpreter {

namespace {

constexpr std::size_t max_depth = 256;

/// Builds the tree; answers false, with `wrong` set, to end the parse.
class tree_builder {
public:
    json_node root{};
    std::string wrong{};

    bool null() { return leaf({}); }
    bool boolean(bool v) { return leaf({.is = json_node::kind::boolean, .number = v ? 1U : 0U}); }
    bool number_unsigned(std::uint64_t v) { return leaf({.is = json_node::kind::whole, .number = v}); }
    bool number_integer(std::int64_t v) {
        return leaf({.is = json_node::kind::negative, .number = static_cast<std::uint64_t>(v)});
    }
    bool number_float(double v, const std::string& text) {
        return leaf({.is = json_node::kind::decimal, .approximate = v, .text = text});
    }
    bool string(std::string& text) { return leaf({.is = json_node::kind::string, .text = std::move(text)}); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(json_node::kind::object); }
    bool start_array(std::size_t) { return open(json_node::kind::array); }
    bool key(std::string& name) {
        open_.back()->names.push_back(std::move(name));
        return true;
    }
    bool end_array() {
        open_.pop_back();
        return true;
    }
    bool end_object() {
        std::vector<std::string_view> names(open_.back()->names.begin(), open_.back()->names.end());
        open_.pop_back();
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice == names.end()) return true;
        wrong = "member \"" + std::string(*twice) + "\" stands twice";
        return false;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
        const std::string_view told = error.what();
        const std::size_t bracket = told.find("] ");
        wrong = told.substr(bracket == std::string_view::npos ? 0 : bracket + 2);
        return false;
    }

private:
    json_node& next_node() { return open_.empty() ? root : open_.back()->items.emplace_back(); }
    bool leaf(json_node made) {
        next_node() = std::move(made);
        return true;
    }
    bool open(json_node::kind kind) {
        if (open_.size() >= max_depth) {
            wrong = "nested more than " + std::to_string(max_depth) + " deep";
            return false;
        }
        json_node& made = next_node();
        made.is = kind;
        open_.push_back(&made);  // stays valid: nothing is added beside what is open
        return true;
    }

    std::vector<json_node*> open_;
};

}  // namespace

const json_node* json_node::find(std::string_view name) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return &items[i];
    }
    return nullptr;
}

std::optional<json_node> parse_json(std::string_view text, std::string& wrong) {
    tree_builder builder;
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
    wrong = std::move(builder.wrong);
    return std::nullopt;
}

}  // namespace tic::interpreter
