// The header of every file; only the root's counts.
#include "grammar/schema/checker.hpp"

namespace tic::schema {
namespace {

constexpr std::uint64_t newest_version = 255;
constexpr std::uint64_t greatest_limit = 0xffffffffU;

struct versions {
    std::uint8_t version = 1;
    std::uint8_t oldest = 1;
    bool known = true;
};

versions check_versions(checker& c, const ast::file& file) {
    versions result;
    if (!file.version) return result;
    const auto version = value_of(c, *file.version);
    if (!version || *version < natural(1) || *version > natural(newest_version)) {
        result.known = false;
        if (version) {
            c.report(diag::id::bad_version, file.version->where, "the version must be 1 to 255, but it is {}",
                     version->text());
        }
        return result;
    }
    result.version = static_cast<std::uint8_t>(version->magnitude);
    if (!file.oldest) return result;
    const auto oldest = value_of(c, *file.oldest);
    if (oldest && *oldest >= natural(1) && *oldest <= *version) {
        result.oldest = static_cast<std::uint8_t>(oldest->magnitude);
    } else if (oldest) {
        auto& made = c.report(diag::id::bad_version, file.oldest->where,
                              "`oldest` must be 1 to {}, the version of the file, but it is {}", version->text(),
                              oldest->text());
        add_note(made, file.version->where, "the version is declared here");
    }
    return result;
}

std::uint64_t check_limit(checker& c, const ast::file& file, std::uint64_t otherwise) {
    if (!file.limit) return otherwise;
    const auto limit = value_of(c, *file.limit);
    if (!limit) return otherwise;
    if (*limit >= natural(1) && *limit <= natural(greatest_limit)) return limit->magnitude;
    auto& made = c.report(diag::id::bad_limit, file.limit->where, "the limit must be 1 to {} bytes, but it is {}",
                          greatest_limit, limit->text());
    made.help = "`limit` is the maximum size of a packet in bytes; the default is 65536";
    return otherwise;
}

void check_words(checker& c, const ast::file& file) {
    if (file.transport && file.transport->text != "datagram") {
        auto& made = c.report(diag::id::unknown_transport, file.transport->where, "there is no transport named `{}`",
                              file.transport->text);
        made.help =
            "write `transport datagram;` if packets may be lost, and no `transport` line for an ordered, reliable "
            "connection";
    }
    if (file.text_model && file.text_model->text != "utf8") {
        auto& made = c.report(diag::id::unknown_text_model, file.text_model->where, "there is no text model named `{}`",
                              file.text_model->text);
        made.help = "the only model is `utf8`, which is also the default";
    }
}

void check_edition(checker& c, const ast::file& file) {
    const auto edition = value_of(c, file.edition);
    if (!edition || *edition == natural(1)) return;
    auto& made =
        c.report(diag::id::unknown_edition, file.edition.where, "unknown edition {} of the language", edition->text());
    made.help = "this compiler supports edition 1";
    made.fix = diag::edit{file.edition.where, "1"};
}

}  // namespace

void check_headers(checker& c) {
    for (const ast::file& file : c.files) {
        const bool is_root = &file == &c.files.front();
        check_edition(c, file);
        const versions found = check_versions(c, file);
        const std::uint64_t limit = check_limit(c, file, c.made.limit);
        check_words(c, file);
        if (!is_root) continue;
        c.made.protocol = file.protocol.text;
        c.made.header = file.protocol.where;
        c.made.doc = file.doc;
        c.made.version = found.version;
        c.made.oldest = found.oldest;
        c.version_known = found.known;
        c.made.limit = limit;
        c.made.datagram = file.transport && file.transport->text == "datagram";
        if (file.text_model) c.made.text_model = file.text_model->text;
    }
}

}  // namespace tic::schema
