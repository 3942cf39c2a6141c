// Prints the codes of a packet as an aligned listing.
#include "tools/tictoc/bits.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "runtime/interpreter/decode.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::tool {
namespace {

constexpr std::uint64_t most_digits = 64;
constexpr std::uint64_t most_bytes = 16;

/// Binary, or for whole bytes too long for that the first of them in hex.
std::string spell_bits(std::span<const std::uint8_t> bytes, std::uint64_t first, std::uint64_t count) {
    std::string text;
    if (count <= most_digits) {
        for (std::uint64_t i = first; i < first + count && i / 8 < bytes.size(); ++i)
            text += (bytes[i / 8] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
        return text;
    }
    text = "0x";
    const std::uint64_t begin = first / 8;
    const std::uint64_t end = std::min<std::uint64_t>((first + count) / 8, bytes.size());
    if (begin >= end) return text;
    append_hex(text, bytes.subspan(begin, std::min<std::uint64_t>(end - begin, most_bytes)));
    return end - begin > most_bytes ? text + "..." : text;
}

std::string padded(std::string text, std::size_t width) {
    // Columns count characters, not bytes; only paths and bits are padded, which are ASCII.
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

struct sealed_content {
    index type;
    const std::string* bytes;
};

/// The sealed contents of a value, by path.
class finder {
public:
    finder(const interpreter::program& run, unsigned version) : plan_(run.plan()), version_(version) {}

    void type(index type, const interpreter::value& v, const std::string& path) {
        const auto& declared = plan_.types[type];
        const auto fields = plan_.fields(version_, type);
        const auto& codes = plan_.at(version_, type).codes;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto below = (path.empty() ? "" : path + ".") + std::string(plan_.members[fields[i].member].name);
            if (declared.kind == type_kind::structure)
                node(fields[i], v.items[fields[i].member - declared.first_member], below);
            else if (plan_.codes[codes.first + i].member == v.number)
                node(fields[i], v.items.front(), below);
        }
    }

    std::map<std::string, sealed_content> found;

private:
    void node(const node& n, const interpreter::value& v, const std::string& path) {
        if (v.absent) return;
        if (n.operation == op::sealed) found[path] = {n.type, &v.bytes};
        if (n.operation == op::structure || n.operation == op::choice) type(n.type, v, path);
        if (n.operation != op::list) return;
        for (std::size_t i = 0; i < v.items.size(); ++i)
            node(plan_.nodes[n.element], v.items[i], path + "[" + std::to_string(i) + "]");
    }

    const layout& plan_;
    unsigned version_;
};

}  // namespace

std::vector<interpreter::trace_line> with_contents(const interpreter::program& run, unsigned version, index type,
                                                   const std::string& root, const interpreter::value& content,
                                                   const std::vector<interpreter::trace_line>& lines) {
    finder sealed(run, version);
    sealed.type(type, content, root);
    std::vector<interpreter::trace_line> all;
    for (const auto& line : lines) {
        all.push_back(line);
        const auto at = sealed.found.find(line.path);
        if (line.what != "bytes" || at == sealed.found.end()) continue;
        const interpreter::trace_sink shift = [&](interpreter::trace_line inner) {
            inner.first_bit += line.first_bit;
            inner.path = line.path + (inner.path.empty() ? "" : "." + inner.path);
            all.push_back(std::move(inner));
        };
        const auto& bytes = *at->second.bytes;
        // What does not open stays as it is carried.
        (void)interpreter::open_sealed(run, at->second.type,
                                       {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, &shift);
    }
    return all;
}

void print_bits(std::ostream& out, std::span<const std::uint8_t> bytes,
                const std::vector<interpreter::trace_line>& lines) {
    std::size_t bits_width = 4;
    std::size_t path_width = 5;
    std::size_t what_width = 4;
    std::vector<std::string> spelled;
    for (const auto& line : lines) {
        spelled.push_back(spell_bits(bytes, line.first_bit, line.bit_count));
        bits_width = std::max(bits_width, std::min<std::size_t>(spelled.back().size(), 40));
        path_width = std::max(path_width, std::min<std::size_t>(line.path.size(), 40));
        what_width = std::max(what_width, line.what.size());
    }
    out << "     bit  " << padded("bits", bits_width) << "  " << padded("field", path_width) << "  "
        << padded("code", what_width) << "  value\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto number = std::to_string(lines[i].first_bit);
        std::string row = std::string(number.size() < 8 ? 8 - number.size() : 0, ' ') + number + "  " +
                          padded(spelled[i], bits_width) + "  " + padded(lines[i].path, path_width) + "  " +
                          padded(std::string(lines[i].what), what_width) + "  " + lines[i].text;
        row.erase(row.find_last_not_of(' ') + 1);
        out << row << '\n';
    }
}

}  // namespace tic::tool
