// Follows a path like `.body.photo.width` or `.l[2].x` through a value.
#include <charconv>

#include "conformance/values/members.hpp"
#include "conformance/values/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

class path_resolver {
public:
    path_resolver(const layout& plan, unsigned version, std::string_view path)
        : plan_(plan), version_(version), path_(path) {}

    resolved_path find(index type, value* content) {
        resolved_path here{.at = node_of(plan_, type), .content = content};
        if (path_ == ".") return here;
        if (path_.empty()) return {.wrong = "a path like `.seq` is needed"};
        while (at_ < path_.size()) {
            if (here.content != nullptr && here.content->absent) return wrong("is absent, so nothing is in it");
            const node at = *here.at;
            here = path_[at_] == '[' ? element(at, here.content) : member(at, here.content);
            if (!here.wrong.empty()) return here;
        }
        return here;
    }

private:
    [[nodiscard]] resolved_path wrong(const std::string& text) const {
        const std::string_view before = path_.substr(0, at_);
        return {.wrong = (before.empty() ? "it " : "`" + std::string(before) + "` ") + text};
    }

    resolved_path element(const node& n, value* content) {
        if (n.operation != op::list) return wrong("is no list");
        std::size_t i = 0;
        const char* const last = path_.data() + path_.size();
        const auto [end, fault] = std::from_chars(path_.data() + at_ + 1, last, i);
        if (fault != std::errc() || end == last || *end != ']') return wrong("needs a number in `[…]`");
        if (content != nullptr && i >= content->items.size())
            return wrong("has only " + std::to_string(content->items.size()) + " elements");
        at_ = static_cast<std::size_t>(end - path_.data()) + 1;
        return {.at = plan_.nodes[n.element], .content = content == nullptr ? nullptr : &content->items[i]};
    }

    resolved_path member(const node& n, value* content) {
        if (path_[at_] != '.') return wrong("is followed by neither `.` nor `[`");
        std::size_t end = at_ + 1;
        while (end < path_.size() && is_name_char(path_[end])) ++end;
        const std::string_view name = path_.substr(at_ + 1, end - at_ - 1);
        if (n.operation == op::sealed) return wrong("is sealed: break a `sealed` step of its content instead");
        if (n.operation != op::structure && n.operation != op::choice) return wrong("has no parts");
        const auto ordinal = find_member(plan_, n.type, name);
        if (!ordinal) return wrong("has no `" + std::string(name) + "`" + nearest_member(plan_, n.type, name));
        const bool is_arm = n.operation == op::choice;
        if (is_arm && content != nullptr && content->number != *ordinal)
            return wrong("holds another arm than `" + std::string(name) + "`");
        const index member = plan_.types[n.type].first_member + static_cast<index>(*ordinal);
        const std::size_t item = is_arm ? 0 : *ordinal;
        for (const node& each : plan_.fields(version_, n.type)) {
            if (each.member != member || (content != nullptr && item >= content->items.size())) continue;
            at_ = end;
            return {.at = each, .content = content == nullptr ? nullptr : &content->items[item]};
        }
        return wrong("has no `" + std::string(name) + "` in version " + std::to_string(version_));
    }

    const layout& plan_;
    unsigned version_;
    std::string_view path_;
    std::size_t at_ = 0;
};

}  // namespace

resolved_path resolve_path(const interpreter::program& run, index type, unsigned version, value* content,
                           std::string_view path) {
    return path_resolver(run.plan(), version, path).find(type, content);
}

}  // namespace tic::conformance
