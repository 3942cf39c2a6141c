// `tictoc decode`: hex lines in, JSON lines out; refusals in the packet's place.
#include "runtime/interpreter/decode.hpp"

#include <istream>
#include <ostream>

#include "runtime/interpreter/json.hpp"
#include "runtime/interpreter/session.hpp"
#include "tools/tictoc/bits.hpp"
#include "tools/tictoc/codec.hpp"

namespace tic::tool {
namespace {

using namespace interpreter;

/// Bytes written as one token of a line, or of a whole line with --stream.
struct piece {
    side who = side::client;
    std::vector<std::uint8_t> bytes;
    std::string wrong;  // why it is no hex
};

class decoder {
public:
    decoder(const codec_context& about, bool stream, bool bits, streams& io)
        : about_(about),
          run_(about.file->program()),
          stream_(stream),
          bits_(bits),
          io_(io),
          remembered_(run_),
          talk_(run_, about.session ? about.version : run_.plan().version) {}

    void line(const std::string& text);
    [[nodiscard]] int code() const { return code_; }

private:
    void restart();
    [[nodiscard]] std::vector<piece> split_packets(const std::string& text) const;
    [[nodiscard]] std::vector<piece> split_marked(const std::string& text) const;
    void take(const piece& from);
    std::size_t packet(side who, std::span<const std::uint8_t> bytes);
    std::variant<decoded, refusal, ignored> read(side who, std::span<const std::uint8_t> bytes);
    void open_contents(side who, const decoded& got);
    [[nodiscard]] std::string spell_json(side who, const decoded& got) const;
    void say_closed() { io_.out << "closed\n"; }

    const codec_context& about_;
    const program& run_;
    bool stream_;
    bool bits_;
    streams& io_;
    memory remembered_;
    session talk_;
    bool closed_ = false;
    int code_ = as_wanted;
    std::vector<trace_line> trace_;
};

void decoder::restart() {
    closed_ = false;
    remembered_.clear();
    if (about_.session) talk_ = session(run_, about_.version);
}

/// Packets are separated by single spaces: between two spaces, or after one at the end, is a packet of no bytes.
std::vector<piece> decoder::split_packets(const std::string& text) const {
    std::vector<piece> pieces;
    for (std::size_t i = 0; i <= text.size();) {
        const auto end = std::min(text.find(' ', i), text.size());
        piece next{about_.who, {}, {}};
        if (auto bytes = from_hex(std::string_view(text).substr(i, end - i), i + 1, next.wrong))
            next.bytes = std::move(*bytes);
        pieces.push_back(std::move(next));
        i = end + 1;
    }
    return pieces;
}

/// The hex words of a session's line belong to the `>` or `<` before them, and a mark with no word is a packet of no
/// bytes. With --stream the words behind a mark, or of the whole line, are one run of bytes.
std::vector<piece> decoder::split_marked(const std::string& text) const {
    std::vector<piece> pieces;
    const std::string_view ends = about_.session ? " \t<>" : " \t";
    bool open = false;  // the last piece takes what comes next
    bool marked = false;
    for (auto i = text.find_first_not_of(" \t"); i < text.size(); i = text.find_first_not_of(" \t", i)) {
        if (about_.session && (text[i] == '>' || text[i] == '<')) {
            pieces.push_back({text[i] == '>' ? side::client : side::server, {}, {}});
            marked = open = true;
            ++i;
            continue;
        }
        const auto end = std::min(text.find_first_of(ends, i), text.size());
        if (!open) pieces.push_back({pieces.empty() ? about_.who : pieces.back().who, {}, {}});
        auto& into = pieces.back();
        open = stream_;
        std::string wrong;
        const auto bytes = from_hex(std::string_view(text).substr(i, end - i), i + 1, wrong);
        if (about_.session && !marked)
            wrong = "column " + std::to_string(i + 1) + ": `>` (client) or `<` (server) must precede the hex";
        if (into.wrong.empty()) into.wrong = wrong;
        if (bytes) into.bytes.insert(into.bytes.end(), bytes->begin(), bytes->end());
        i = end;
    }
    return pieces;
}

void decoder::line(const std::string& text) {
    if (is_blank(text)) {
        restart();
        io_.out << '\n';
        return;
    }
    for (const auto& each : about_.session || stream_ ? split_marked(text) : split_packets(text)) take(each);
}

void decoder::take(const piece& from) {
    if (closed_) return say_closed();
    if (!from.wrong.empty()) {
        io_.out << "error " << from.wrong << '\n';
        code_ = wrong_content;
        return;
    }
    std::span<const std::uint8_t> rest = from.bytes;
    do {
        const auto used = packet(from.who, rest);
        rest = rest.subspan(used);
        if (closed_ && !rest.empty()) return say_closed();
    } while (stream_ && !rest.empty());
}

/// Answers one packet; gives the bytes it took, all of them where there is nothing to go on with.
std::size_t decoder::packet(side who, std::span<const std::uint8_t> bytes) {
    trace_.clear();
    const auto result = read(who, bytes);
    if (std::holds_alternative<ignored>(result)) {
        closed_ = true;
        say_closed();
        return bytes.size();
    }
    const auto* wrong = std::get_if<refusal>(&result);
    if (wrong != nullptr) {
        io_.out << spell(*wrong) << '\n';
        code_ = wrong_content;
        closed_ = about_.type == none && wrong->why != reason::truncated;
    } else {
        io_.out << spell_json(who, std::get<decoded>(result));
        if (about_.session) io_.out << ' ' << talk_.states().state_name();
        io_.out << '\n';
    }
    if (bits_ && wrong == nullptr) open_contents(who, std::get<decoded>(result));
    const auto used = wrong != nullptr ? bytes.size() : std::get<decoded>(result).bytes;
    if (bits_) print_bits(io_.out, bytes.first(used), trace_);
    return used;
}

std::variant<decoded, refusal, ignored> decoder::read(side who, std::span<const std::uint8_t> bytes) {
    const trace_sink keep = [this](const trace_line& line) { trace_.push_back(line); };
    const auto expected = stream_ ? extent::stream : extent::alone;
    const auto* trace = bits_ ? &keep : nullptr;
    if (about_.session) return talk_.receive(who, bytes, expected, trace);
    decode_options options;
    options.expected = expected;
    options.trace = trace;
    auto result = about_.type != none ? decode_type(run_, about_.type, about_.version, bytes, options)
                                      : decode_packet(run_, who, about_.version, remembered_, bytes, options);
    if (auto* got = std::get_if<decoded>(&result)) return std::move(*got);
    return std::get<refusal>(std::move(result));
}

void decoder::open_contents(side who, const decoded& got) {
    const bool alone = about_.type != none;
    const auto* said = alone ? nullptr : &run_.plan().packets[who][got.packet];
    trace_ = with_contents(run_, about_.version, alone ? about_.type : said->type, alone ? "" : std::string(said->name),
                           got.content, trace_);
}

std::string decoder::spell_json(side who, const decoded& got) const {
    return about_.type != none ? write_type(run_, about_.type, about_.version, got.content)
                               : write_packet(run_, who, about_.version, got.packet, got.content);
}

}  // namespace

int decode(arguments args, streams& io) {
    codec_options given;
    bool stream = false;
    bool bits = false;
    option_set usage("decode", "Decode packets in hex from standard input to JSON lines.");
    given.add_to(usage);
    usage.flag("--session", given.session,
               "Both sides: lines `> HEX` (client) and `< HEX` (server); the state is added");
    usage.flag("--stream", stream, "A line contains consecutive packets; spaces are ignored");
    usage.flag("--bits", bits, "Below each packet its bits beside its fields");
    usage.footer(
        "An empty line starts a new session. Packets on one line are parted by one space each; two spaces hold a "
        "packet\n"
        "of no bytes between them. What is no packet is answered\n"
        "`refused REASON bit=N [more=M] [path=P]`; after one other than `truncated` a session is `closed`.");
    if (const auto code = usage.parse(std::move(args), io)) return *code;
    int code = as_wanted;
    const auto about = open_codec(given, "decode", io, code);
    if (!about) return code;

    decoder work(*about, stream, bits, io);
    std::string line;
    while (next_line(io.in, line)) work.line(line);
    return work.code();
}

}  // namespace tic::tool
