// Lays tapes out: bytes in a fixed column, so that one changed line changes no other; long ones on lines of their own.
#include "conformance/tape/format.hpp"

#include <algorithm>

#include "conformance/tape/parse.hpp"
#include "conformance/values/members.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/result.hpp"

namespace tic::conformance {

namespace {

constexpr std::size_t bytes_column = 51;
constexpr std::size_t most_columns = 116;
constexpr std::size_t most_bytes_beside = 24;
constexpr std::size_t bytes_a_line = 40;
constexpr std::size_t bytes_a_word = 8;

class tape_writer {
public:
    void write(const tape& from);
    void write_step(const interpreter::program& run, const step& each, std::string_view margin);
    void write_comments(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) out.append(line) += '\n';
    }

    std::string out{};

private:
    void write_heading(const tape& from);
    void write_connection(const tape& from, unsigned number);
    void write_group(const tape& from, std::size_t first, std::size_t end);
    void write_bad(const interpreter::program& run, const tape& from, const bad& wrong);
    void write_wrapped(std::string_view text, std::string_view margin);
    void write_bytes(std::size_t start, const std::vector<std::uint8_t>& bytes, std::string_view margin);
};

void tape_writer::write_heading(const tape& from) {
    write_comments(from.comments);
    out += "tape " + from.id + "\nschema " + from.schema + " version " + std::to_string(from.connections[0].version);
    if (from.fingerprint) {
        out += " fingerprint ";
        const std::uint32_t v = *from.fingerprint;
        const std::uint8_t bytes[] = {static_cast<std::uint8_t>(v >> 24), static_cast<std::uint8_t>(v >> 16),
                                      static_cast<std::uint8_t>(v >> 8), static_cast<std::uint8_t>(v)};
        append_hex(out, bytes);
    }
    out += '\n';
    if (from.weight != level::must) out += from.weight == level::should ? "level should\n" : "level may\n";
    for (const covered& each : from.covers) {
        out += "covers " + each.item;
        if (!each.sentence.empty()) out += " " + interpreter::json_string(each.sentence);
        out += '\n';
    }
    if (from.is_split) out += "split\n";
    for (const std::string& each : from.provenance) out += "from " + interpreter::json_string(each) + "\n";
}

void tape_writer::write_connection(const tape& from, unsigned number) {
    const connection& each = from.connections[number];
    out += "connection";
    if (!each.name.empty()) out += " " + each.name;
    if (each.version != from.connections[0].version) out += " version " + std::to_string(each.version);
    out += '\n';
}

/// The text of a line, broken at blanks outside quotes where it is too long.
void tape_writer::write_wrapped(std::string_view text, std::string_view margin) {
    std::size_t limit = most_columns - margin.size();
    out += margin;
    while (text.size() > limit) {
        std::size_t cut = 0;
        bool is_quoted = false;
        for (std::size_t i = 0; i < text.size() && (i <= limit || cut == 0); ++i) {
            if (text[i] == '"' && (i == 0 || text[i - 1] != '\\' || !is_quoted)) is_quoted = !is_quoted;
            if (is_quoted && text[i] == '\\')
                ++i;
            else if (text[i] == ' ' && !is_quoted && i > 0)
                cut = i;
        }
        if (cut == 0) break;
        out.append(text.substr(0, cut)).append("\n").append(margin).append("    ");
        text.remove_prefix(cut + 1);
        limit = most_columns - margin.size() - 4;
    }
    out += text;
}

/// Bytes beside a line that began at `start`, or below it; below a line that was broken.
void tape_writer::write_bytes(std::size_t start, const std::vector<std::uint8_t>& bytes, std::string_view margin) {
    if (bytes.empty()) return;
    const std::string_view text = std::string_view(out).substr(start);
    const auto used = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
    if (text.find('\n') == std::string_view::npos && used + 2 <= bytes_column && bytes.size() <= most_bytes_beside) {
        out.append(bytes_column - used, ' ');
        return append_hex(out, bytes);
    }
    for (std::size_t first = 0; first < bytes.size(); first += bytes_a_line) {
        out.append("\n").append(margin).append("    |");
        for (std::size_t i = first; i < std::min(first + bytes_a_line, bytes.size()); i += bytes_a_word) {
            out += ' ';
            const auto end = std::min({i + bytes_a_word, first + bytes_a_line, bytes.size()});
            append_hex(out, std::span(bytes).subspan(i, end - i));
        }
    }
}

void tape_writer::write_step(const interpreter::program& run, const step& each, std::string_view margin) {
    std::string text;
    index type = each.name;
    switch (each.is) {
        case step_kind::packet: {
            const packet& said = run.plan().packets[each.who][each.name];
            type = said.type;
            if (each.group == 0) text += each.who == side::client ? "> " : "< ";
            text += said.name;
            if (each.may_lack) text += '?';
            break;
        }
        case step_kind::alone:
        case step_kind::sealed:
            text += each.is == step_kind::alone ? "alone " : "sealed ";
            text.append(run.plan().types[type].name) += "/" + std::to_string(each.version);
            break;
        case step_kind::quiet:
            text += "quiet";
            break;
    }
    if (each.content) {
        const std::string values = write_text(run, type, each.version, *each.content, each.bound);
        if (!values.empty()) text += " " + values;
    }
    const std::size_t start = out.size();
    write_wrapped(text, margin);
    const std::size_t line_end = out.size();
    write_bytes(start, each.bytes, margin);
    if (!each.remark.empty() && each.group == 0) {
        const std::size_t end = out.find('\n', line_end);
        out.insert(end == std::string::npos ? out.size() : end, "  # " + each.remark);
    }
}

void tape_writer::write_group(const tape& from, std::size_t first, std::size_t end) {
    out += "< any-order {";
    if (const std::string& remark = from.steps[end - 1].remark; !remark.empty()) out += "  # " + remark;
    out += '\n';
    for (std::size_t i = first; i < end; ++i) {
        write_step(*from.run, from.steps[i], "    ");
        out += i + 1 < end ? " ;\n" : "\n";
    }
    out += "  }\n";
}

void tape_writer::write_bad(const interpreter::program& run, const tape& from, const bad& wrong) {
    write_comments(wrong.comments);
    std::string text = "bad " + wrong.tape + "#" + std::to_string(wrong.step) + " ";
    text += spell_change(run, wrong.what, step_of(from, wrong).version);
    text.append(" expect ").append(wrong.expects_error ? "error" : "refuse ");
    if (!wrong.expects_error && wrong.tells_where) text += interpreter::refusal_text(wrong.refused);
    if (!wrong.expects_error && !wrong.tells_where) text += name_of(wrong.refused.why);
    if (wrong.is_named) text += " as " + wrong.id;
    const std::size_t start = out.size();
    write_wrapped(text, "");
    write_bytes(start, wrong.bytes, "");
    out += '\n';
}

void tape_writer::write(const tape& from) {
    if (!out.empty()) out += '\n';
    write_heading(from);
    unsigned connection = from.connections[0].name.empty() ? 0 : ~0U;
    for (std::size_t i = 0; i < from.steps.size();) {
        const step& each = from.steps[i];
        write_comments(each.comments);
        if (each.is != step_kind::alone && each.is != step_kind::sealed && each.connection != connection)
            write_connection(from, connection = each.connection);
        std::size_t end = i + 1;
        while (each.group != 0 && end < from.steps.size() && from.steps[end].group == each.group) ++end;
        if (each.group != 0) {
            write_group(from, i, end);
        } else {
            write_step(*from.run, each, "");
            out += '\n';
        }
        i = end;
    }
    for (const bad& wrong : from.bads) write_bad(*from.run, from, wrong);
}

}  // namespace

std::string format_tapes(const tape_file& from) {
    tape_writer writer;
    for (const tape& each : from.tapes)
        if (each.run != nullptr) writer.write(each);
    writer.write_comments(from.comments);
    return std::move(writer.out);
}

std::string format_step(const interpreter::program& run, const step& each) {
    tape_writer writer;
    writer.write_step(run, each, "");
    return std::move(writer.out);
}

}  // namespace tic::conformance
