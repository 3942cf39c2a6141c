// Renders diagnostics as text.
#include "grammar/diag/render.hpp"

#include "grammar/diag/width.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tic::diag {
namespace {

constexpr std::size_t widest = 200;    // columns of a line that are shown
constexpr std::size_t longest = 4000;  // bytes before and behind a mark that are looked at

struct palette {
    std::string_view bold, red, yellow, blue, green, off;
};
constexpr palette plain{"", "", "", "", "", ""};
constexpr palette ansi{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[32m", "\x1b[0m"};

/// A line as it is shown: tabs are spaces, and what would disturb a terminal is a replacement character.
struct shown_line {
    std::string text;
    std::size_t mark_begin = 0;  // columns
    std::size_t mark_end = 0;
};

struct cell {
    std::string text;
    std::size_t columns;
    std::size_t byte;
};

std::vector<cell> cells_of(std::string_view line) {
    std::vector<cell> cells;
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size();) {
        const scalar one = scalar_at(line, at);
        cell made{std::string(line.substr(at, one.bytes)), column_width(one.value), at};
        if (one.value == '\t') {
            made.columns = 4 - column % 4;
            made.text = std::string(made.columns, ' ');
        } else if (one.value < 0x20 || (one.value >= 0x7F && one.value < 0xA0) || !one.valid ||
                   is_invisible(one.value)) {
            made.text = "\xEF\xBF\xBD";
            made.columns = 1;
        }
        column += made.columns;
        at += one.bytes;
        cells.push_back(std::move(made));
    }
    return cells;
}

/// Steps back to where a character begins.
std::size_t character_start(std::string_view line, std::size_t at) {
    while (at > 0 && at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

/// The part of the line around bytes [begin, end) that fits, with `…` where it is cut.
shown_line window(std::string_view whole, std::size_t begin, std::size_t end) {
    // Of a line without end only the neighbourhood is looked at.
    const std::size_t skipped = begin > longest ? character_start(whole, begin - longest) : 0;
    const std::string_view line = whole.substr(skipped, character_start(whole, begin + longest) - skipped);
    begin -= skipped;
    end -= std::min(end, skipped);
    const std::vector<cell> cells = cells_of(line);
    std::size_t total = 0;
    std::size_t first = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        total += cells[i].columns;
        if (first == cells.size() && cells[i].byte >= begin) first = i;
    }
    std::size_t from = 0;
    if (total > widest || skipped > 0) {
        // A third of the width is for the text before the mark.
        std::size_t room = 0;
        for (from = first; from > 0 && room + cells[from - 1].columns <= widest / 3; --from)
            room += cells[from - 1].columns;
    }
    shown_line made;
    std::size_t column = 0;
    if (from > 0 || skipped > 0) {
        made.text = "…";
        column = 1;
    }
    bool begun = false;
    std::size_t i = from;
    for (; i < cells.size() && column + cells[i].columns < widest; ++i) {
        if (!begun && cells[i].byte >= begin) {
            made.mark_begin = column;
            begun = true;
        }
        made.text += cells[i].text;
        column += cells[i].columns;
        if (cells[i].byte < end) made.mark_end = column;
    }
    if (!begun) made.mark_begin = column;
    if (i < cells.size() || skipped + line.size() < whole.size()) made.text += "…";
    made.mark_end = std::max(made.mark_end, made.mark_begin + 1);
    return made;
}

class renderer {
public:
    renderer(const source::files& sources, render_options options)
        : sources_(sources), colours_(options.colour ? ansi : plain) {}

    std::string run(const diagnostic& what) {
        const bool error = level_of(what.code) == level::error;
        const std::string_view colour = error ? colours_.red : colours_.yellow;
        place(what.where);
        paint(colour, std::string(error ? "error" : "warning") + "[" + code_of(what.code) + "]");
        out_ += ": ";
        paint(colours_.bold, what.message);
        out_ += '\n';
        snippet(what.where, colour);
        for (const note& one : what.notes) {
            if (one.where) place(*one.where);
            paint(colours_.blue, "note");
            out_ += ": " + one.message + "\n";
            if (one.where) snippet(*one.where, colours_.blue);
        }
        if (!what.help.empty()) {
            paint(colours_.green, "help");
            out_ += ": " + what.help + "\n";
        }
        if (what.fix) fixed(*what.fix);
        return std::move(out_);
    }

private:
    void paint(std::string_view colour, std::string_view text) {
        out_ += colour;
        out_ += text;
        if (!colour.empty()) out_ += colours_.off;
    }

    void place(source::span where) {
        const auto at = sources_.at(where);
        paint(colours_.bold,
              sources_[where.file].name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ":");
        out_ += ' ';
    }

    void gutter(std::string_view number, std::size_t width) {
        out_ += std::string(width - number.size() + 1, ' ');
        paint(colours_.blue, std::string(number) + " |");
    }

    void snippet(source::span where, std::string_view colour) {
        const source::file& file = sources_[where.file];
        const auto at = file.at(where.begin);
        const std::uint32_t start = file.line_start(at.line);
        const std::string_view line = file.line(at.line);
        const std::size_t end = std::min<std::size_t>(where.end > start ? where.end - start : 0, line.size());
        const shown_line shown = window(line, where.begin - start, end);
        const std::string number = std::to_string(at.line);
        gutter(number, number.size());
        if (!shown.text.empty()) out_ += " " + shown.text;
        out_ += '\n';
        gutter("", number.size());
        out_ += std::string(shown.mark_begin + 1, ' ');
        paint(colour, std::string(shown.mark_end - shown.mark_begin, '^'));
        out_ += '\n';
    }

    /// The lines that the edit touches, as they would be.
    void fixed(const edit& what) {
        const source::file& file = sources_[what.where.file];
        const std::uint32_t first = file.at(what.where.begin).line;
        const std::uint32_t last = file.at(what.where.end).line;
        if (file.line(first).size() > longest || file.line(last).size() > longest) return;
        const std::string_view text(file.text());
        const std::uint32_t start = file.line_start(first);
        const std::uint32_t rest = file.line_start(last);
        std::string edited(text.substr(start, what.where.begin - start));
        edited += what.text;
        const std::string_view last_line = file.line(last);
        const std::size_t used = std::min<std::size_t>(what.where.end - rest, last_line.size());
        edited += last_line.substr(used);
        std::size_t number = first;
        const std::size_t width = std::to_string(first + std::count(edited.begin(), edited.end(), '\n')).size();
        for (std::size_t at = 0; at <= edited.size(); ++number) {
            const std::size_t end = std::min(edited.find('\n', at), edited.size());
            const std::string_view line = std::string_view(edited).substr(at, end - at);
            const std::size_t from = what.where.begin - start;
            const std::size_t focus = from > at && from < end ? from - at : 0;
            const std::string shown = window(line, focus, focus).text;
            gutter(std::to_string(number), width);
            if (!shown.empty()) out_ += " " + shown;
            out_ += '\n';
            at = end + 1;
        }
    }

    const source::files& sources_;
    palette colours_;
    std::string out_;
};

}  // namespace

std::string render(const source::files& sources, const diagnostic& what, render_options options) {
    return renderer(sources, options).run(what);
}

std::string render(const source::files& sources, const sink& all, render_options options) {
    std::string out;
    std::size_t errors = 0;
    for (const diagnostic& one : all.all()) {
        if (!out.empty()) out += '\n';
        out += render(sources, one, options);
        if (level_of(one.code) == level::error) ++errors;
    }
    if (all.errors() > errors) {
        out += "\n… and " + std::to_string(all.errors() - errors) + " more error" +
               (all.errors() - errors == 1 ? "" : "s") + "\n";
    }
    return out;
}

}  // namespace tic::diag
