// Lines to statements, and the heading of a tape.
#include "conformance/tape/parse.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "conformance/tape/parser.hpp"
#include "runtime/interpreter/nearest.hpp"

namespace tic::conformance {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string fingerprint_text(std::uint32_t v) {
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), v, 16).ptr;
    const std::string text(digits.data(), end);
    return std::string(8 - text.size(), '0') + text;
}

}  // namespace

bool is_id(std::string_view word) {
    return !word.empty() &&
           std::ranges::all_of(word, [](char c) { return is_name_char(c) || c == '.' || c == '-' || c == '/'; });
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string_view>& names) {
    const std::string_view near = interpreter::nearest_name(wrong, names);
    return near.empty() ? "" : "; did you mean `" + std::string(near) + "`?";
}

tape_parser::tape_parser(const std::string& path, std::string_view text, const schema_finder& find,
                         std::vector<problem>& problems)
    : path_(path), text_(text), find_(find), problems_(problems) {
    file_.path = path;
}

/// The line at `at`, which goes on to the next one.
void tape_parser::next_line(std::size_t& at, std::string_view& line) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    line = text_.substr(at, end - at);
    at = std::min(end + 1, text_.size());
}

tape_file tape_parser::parse() {
    std::size_t at = 0;
    while (at < text_.size()) {
        const std::size_t first = at;
        std::string_view line;
        next_line(at, line);
        ++lines_;
        const std::string_view content = trimmed(line);
        if (content.empty()) {
            if (!comments_.empty() && comments_.back().empty()) continue;  // one blank line is enough
            comments_.emplace_back();
            continue;
        }
        if (content[0] == '#') {
            comments_.push_back("#" +
                                (content.size() > 1 ? " " + std::string(trimmed(content.substr(1))) : std::string()));
            continue;
        }
        // The statement goes on to the last line that begins with blanks.
        line_ = lines_;
        std::size_t end = first + line.size();
        std::size_t ahead = at;
        for (std::uint32_t passed = lines_; ahead < text_.size();) {
            next_line(ahead, line);
            ++passed;
            const std::string_view more = trimmed(line);
            if (more.empty() || line[0] == '#') continue;
            if (!is_blank(line[0])) break;
            if (more[0] == '#') continue;
            end = static_cast<std::size_t>(line.data() - text_.data()) + line.size();
            at = ahead;
            lines_ = passed;
        }
        read_statement(first, end);
    }
    if (!comments_.empty() && comments_.back().empty()) comments_.pop_back();
    file_.comments = std::move(comments_);
    return std::move(file_);
}

void tape_parser::read_statement(std::size_t first, std::size_t end) {
    statement_ = text_.substr(first, end - first);
    counted_ = breaks_ = 0;
    if (is_blank(statement_[0])) {
        fail(0, "nothing is above that this line could go on with: begin it at the margin");
        return;
    }
    from_ = cursor(statement_);
    const std::size_t told = problems_.size();
    statement();
    const bool may_lack_steps = problems_.size() != told && !statement_.starts_with("bad");
    if (may_lack_steps && tape_ != nullptr) damaged_.insert(file_.tapes.size());
}

/// Comments of a line in the heading move before the tape.
void tape_parser::keep_comments() {
    for (std::string& each : comments_)
        if (!each.empty()) tape_->comments.push_back(std::move(each));
    comments_.clear();
    for (const std::string_view each : from_.comments()) tape_->comments.push_back("# " + std::string(each));
}

bool tape_parser::fail(std::size_t at, std::string text) {
    problems_.push_back({location(at), std::move(text)});
    return false;
}

where tape_parser::location(std::size_t at) {
    if (at < counted_) counted_ = breaks_ = 0;
    breaks_ += static_cast<std::uint32_t>(std::ranges::count(statement_.substr(counted_, at - counted_), '\n'));
    counted_ = at;
    return {path_, line_ + breaks_};
}

bool tape_parser::take_word(std::string_view word) {
    const std::size_t first = from_.next();
    if (from_.word() == word) return true;
    from_.go_to(first);
    return false;
}

bool tape_parser::expect_end() {
    if (from_.ended()) return true;
    const std::size_t at = from_.next();
    return fail(at, "`" + std::string(from_.chunk().substr(0, 40)) + "` is more than stands here");
}

bool tape_parser::needs_schema(std::string_view what) {
    if (tape_ != nullptr && tape_->run != nullptr) return true;
    // A schema that is not found is reported already.
    if (tape_ == nullptr || tape_->schema.empty())
        fail(0, "before " + std::string(what) + (tape_ == nullptr ? " comes `tape ID`, then" : " comes") +
                    " `schema FILE version V`");
    return false;
}

void tape_parser::statement() {
    const char first = from_.peek();
    if (first == '>' || first == '<') {
        from_.advance(1);
        return read_says(first == '>' ? side::client : side::server);
    }
    struct keyword {
        std::string_view name;
        void (tape_parser::*read)();
        bool is_heading = false;
    };
    static constexpr std::array keywords{
        keyword{"tape", &tape_parser::read_tape},
        keyword{"schema", &tape_parser::read_schema, true},
        keyword{"level", &tape_parser::read_level, true},
        keyword{"covers", &tape_parser::read_covers, true},
        keyword{"split", &tape_parser::read_split, true},
        keyword{"from", &tape_parser::read_from, true},
        keyword{"connection", &tape_parser::read_connection},
        keyword{"quiet", &tape_parser::read_quiet},
        keyword{"bad", &tape_parser::read_bad},
    };
    const std::string_view word = from_.word();
    if (word == "alone" || word == "sealed") return read_alone(word == "sealed");
    for (const keyword& each : keywords)
        if (each.name == word) {
            if (tape_ == nullptr && word != "tape") {
                fail(0, "before `" + std::string(word) + "` comes `tape ID`");
                return;
            }
            (this->*each.read)();
            if (each.is_heading) keep_comments();
            return;
        }
    std::vector<std::string_view> names{">", "<", "alone", "sealed"};
    for (const keyword& each : keywords) names.push_back(each.name);
    const auto hint = did_you_mean(word, names);
    fail(
        0,
        "no line begins with `" + std::string(word.substr(0, 40)) + "`" +
            (hint.empty()
                 ? "; there are `tape`, `schema`, `level`, `covers`, `split`, `from`, `connection`, `>`, `<`, `alone`, "
                   "`sealed`, `quiet` and `bad`"
                 : hint));
}

void tape_parser::read_tape() {
    const std::size_t at = from_.next();
    const std::string_view id = from_.chunk();
    if (!is_id(id)) fail(at, "a tape's id is a word of letters, digits, `.`, `-`, `_` and `/`");
    if (const auto [known, is_new] = tapes_.try_emplace(std::string(id), file_.tapes.size()); !is_new)
        fail(at, "the tape `" + std::string(id) + "` stands in line " +
                     std::to_string(file_.tapes[known->second].at.line) + " already");
    tape_ = &file_.tapes.emplace_back();
    tape_->at = location(0);
    tape_->id = id;
    tape_->connections.emplace_back();
    connection_ = groups_ = 0;
    expect_end();
    if (!comments_.empty() && comments_.front().empty()) comments_.erase(comments_.begin());
    tape_->comments = std::exchange(comments_, {});
    keep_comments();
}

void tape_parser::read_schema() {
    const std::size_t at = from_.next();
    if (!tape_->schema.empty()) {
        fail(0, "the tape has a schema already, `" + tape_->schema + "`");
        return;
    }
    tape_->schema = from_.chunk();
    if (tape_->schema.empty()) {
        fail(at, "say `schema FILE version V`");
        return;
    }
    auto known = programs_.find(tape_->schema);
    if (known == programs_.end()) {
        std::string wrong;
        known = programs_.emplace(tape_->schema, find_(tape_->schema, path_, wrong)).first;
        if (known->second == nullptr) fail(at, "schema `" + tape_->schema + "`: " + wrong);
    }
    tape_->run = known->second;
    if (tape_->run == nullptr) return;
    tape_->connections[0].version = tape_->run->plan().version;
    if (!take_word("version")) {
        fail(from_.next(), "say which version the tape speaks: `version V`");
        return;
    }
    read_version();
    if (take_word("fingerprint")) read_fingerprint();
    expect_end();
}

/// The number behind `version`, for the present connection.
void tape_parser::read_version() {
    const std::size_t at = from_.next();
    const std::string_view word = from_.word();
    unsigned v = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), v);
    const unsigned newest = tape_->run->plan().version;
    if (end != word.data() + word.size() || fault != std::errc() || v == 0 || v > newest) {
        fail(at, "`" + std::string(word) + "` is not a version of `" + tape_->schema + "`, which has 1 to " +
                     std::to_string(newest));
    } else {
        tape_->connections[connection_].version = v;
    }
}

void tape_parser::read_fingerprint() {
    const std::size_t at = from_.next();
    const std::string_view word = from_.word();
    std::uint32_t said = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), said, 16);
    if (word.size() != 8 || end != word.data() + word.size() || fault != std::errc()) {
        fail(at, "a fingerprint is 8 hex digits, as `tictoc explain --canonical` shows it");
        return;
    }
    const std::uint32_t has = tape_->run->plan().at(version()).fingerprint;
    if (has == 0) {
        fail(at, "`" + tape_->schema + "` has no fingerprint for version " + std::to_string(version()) +
                     ": remove it here");
    } else if (has != said) {
        fail(at, "the tape was recorded with fingerprint " + fingerprint_text(said) + ", but version " +
                     std::to_string(version()) + " of `" + tape_->schema + "` has " + fingerprint_text(has) +
                     ": the schema has changed, or it is another one");
    }
    tape_->fingerprint = said;
}

void tape_parser::read_level() {
    const std::size_t at = from_.next();
    const std::string_view word = from_.word();
    if (word == "must")
        tape_->weight = level::must;
    else if (word == "should")
        tape_->weight = level::should;
    else if (word == "may")
        tape_->weight = level::may;
    else
        fail(at, "a level is `must`, `should` or `may`");
    expect_end();
}

void tape_parser::read_split() {
    if (expect_end()) tape_->is_split = true;
}

void tape_parser::read_covers() {
    const std::size_t at = from_.next();
    covered each{.item = std::string(from_.chunk())};
    if (each.item.empty() || each.item[0] == '"') {
        fail(at, "say what is covered: `covers ITEM \"sentence\"`");
        return;
    }
    text_error wrong;
    if (from_.peek() == '"' && !read_quoted(from_, each.sentence, wrong)) {
        fail(wrong.at, wrong.text);
        return;
    }
    expect_end();
    tape_->covers.push_back(std::move(each));
}

void tape_parser::read_from() {
    std::string said;
    text_error wrong;
    if (from_.peek() != '"')
        fail(from_.next(), "say where the tape comes from, in quotes");
    else if (!read_quoted(from_, said, wrong))
        fail(wrong.at, wrong.text);
    else
        expect_end();
    tape_->provenance.push_back(std::move(said));
}

void tape_parser::read_connection() {
    if (!needs_schema("`connection`")) return;
    const std::size_t at = from_.next();
    const std::string name(from_.word());
    if (!name.empty() && !is_id(name)) fail(at, "a connection's name is a word");
    auto& all = tape_->connections;
    auto known = std::ranges::find(all, name, &connection::name);
    if (name.empty()) known = all.begin();
    const bool is_first = known == all.end() && tape_->steps.empty() && all.size() == 1 && all[0].name.empty();
    const bool is_new = known == all.end() || is_first;
    if (is_first)
        all[0].name = name;
    else if (is_new)
        all.push_back({name, all[0].version});
    if (is_new) known = is_first ? all.begin() : all.end() - 1;
    connection_ = static_cast<unsigned>(known - all.begin());
    if (take_word("version")) {
        const unsigned before = version();
        read_version();
        if (!is_new && version() != before)
            fail(at, "the connection speaks version " + std::to_string(before) + " already");
    }
    expect_end();
    for (const std::string_view each : from_.comments()) comments_.push_back("# " + std::string(each));
}

tape_file parse_tapes(const std::string& path, std::string_view text, const schema_finder& find,
                      std::vector<problem>& problems) {
    return tape_parser(path, text, find, problems).parse();
}

}  // namespace tic::conformance
