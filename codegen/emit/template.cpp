// Filling templates: one pass a line, holes by name.
#include "codegen/emit/template.hpp"

#include <algorithm>
#include <stdexcept>

namespace tic::emit {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(' ') == std::string_view::npos; }

template <typename Use>
void each_line(std::string_view text, Use&& use) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        use(text.substr(0, end), end != std::string_view::npos);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
}

std::size_t shared_indent(std::string_view pattern) {
    std::size_t least = std::string_view::npos;
    each_line(pattern, [&](std::string_view line, bool) {
        if (!is_blank(line)) least = std::min(least, line.find_first_not_of(' '));
    });
    return least == std::string_view::npos ? 0 : least;
}

std::string_view find_hole(std::string_view name, std::initializer_list<hole> holes) {
    for (const hole& h : holes)
        if (h.name == name) return h.text;
    throw std::logic_error("template without a hole named " + std::string(name));
}

void add_filled(std::string& out, std::string_view text, std::size_t column) {
    const bool ends = !text.empty() && text.back() == '\n';
    if (ends) text.remove_suffix(1);
    bool first = true;
    each_line(text, [&](std::string_view line, bool) {
        if (!first) {
            out += '\n';
            if (!is_blank(line)) out.append(column, ' ');
        }
        out += line;
        first = false;
    });
}

/// False where the line held only holes without text.
bool fill_line(std::string& out, std::string_view line, std::initializer_list<hole> holes) {
    const std::size_t start = out.size();
    bool had_hole = false;
    while (!line.empty()) {
        const std::size_t open = line.find('$');
        out += line.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = line.find('$', open + 1);
        if (close == std::string_view::npos) throw std::logic_error("template with a hole that does not end");
        const auto name = line.substr(open + 1, close - open - 1);
        if (name.empty()) {
            out += '$';
        } else {
            add_filled(out, find_hole(name, holes), out.size() - start);
            had_hole = true;
        }
        line.remove_prefix(close + 1);
    }
    return !had_hole || !is_blank(std::string_view(out).substr(start));
}

/// Behind the last comma before a blank within so many columns, or 0.
std::size_t find_comma(std::string_view line, std::size_t columns) {
    std::size_t found = 0;
    bool is_literal = false;
    for (std::size_t i = 0; i + 1 < line.size() && i < columns; ++i) {
        if (!is_literal && line.substr(i, 2) == "//") break;
        if (line[i] == '\\' && is_literal)
            ++i;
        else if (line[i] == '"')
            is_literal = !is_literal;
        else if (!is_literal && line.substr(i, 2) == ", ")
            found = i + 1;
    }
    return found;
}

}  // namespace

std::string fill(std::initializer_list<hole> holes, std::string_view pattern) {
    if (!pattern.empty() && pattern.front() == '\n') pattern.remove_prefix(1);
    const std::size_t cut = shared_indent(pattern);
    std::string out;
    each_line(pattern, [&](std::string_view line, bool ended) {
        if (is_blank(line)) {
            if (ended) out += '\n';
            return;
        }
        const std::size_t start = out.size();
        line.remove_prefix(cut);
        if (!fill_line(out, line, holes)) {
            out.resize(start);
        } else if (ended) {
            out += '\n';
        }
    });
    return out;
}

std::string wrap(std::string_view text, std::size_t columns) {
    std::string out;
    each_line(text, [&](std::string_view line, bool ended) {
        std::string continuation;
        while (continuation.size() + line.size() > columns) {
            const std::size_t cut = find_comma(line, columns - continuation.size());
            if (cut == 0) break;
            out.append(continuation).append(line.substr(0, cut)) += '\n';
            if (continuation.empty()) continuation.append(std::min(line.size(), line.find_first_not_of(' ')) + 4, ' ');
            line.remove_prefix(cut + 1);
        }
        out.append(continuation).append(line);
        if (ended) out += '\n';
    });
    return out;
}

std::string indent(std::string_view text, std::size_t columns) {
    std::string out;
    each_line(text, [&](std::string_view line, bool ended) {
        if (!is_blank(line)) out.append(columns, ' ');
        out += line;
        if (ended) out += '\n';
    });
    return out;
}

}  // namespace tic::emit
