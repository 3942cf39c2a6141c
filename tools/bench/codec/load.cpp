// Reads workload.jsonl.
#include "tools/bench/codec/neutral.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace bench {
namespace {

packet parse(const nlohmann::json& line) {
    const auto number = [&](const char* name) { return line.at(name).get<std::uint64_t>(); };
    const auto text = [&](const char* name) { return line.at(name).get<std::string>(); };
    const auto t = text("t");
    if (t == "SendText") return send_text{number("conversation"), number("client_msg"), text("text")};
    if (t == "Deliver")
        return deliver{number("conversation"), number("sender"), number("seq"), number("sent_at_ms"), text("text")};
    if (t == "Sent") return sent{number("client_msg"), number("seq"), number("at_ms")};
    if (t == "Delivered") return delivered{number("conversation"), number("seq")};
    if (t == "Read") return read_up_to{number("conversation"), number("up_to_seq")};
    if (t == "Typing") return typing{number("conversation"), line.at("on").get<bool>()};
    if (t == "Presence") {
        const bool seen = line.contains("last_seen_ms") && !line["last_seen_ms"].is_null();
        return presence{number("user"), line.at("state").get<std::uint32_t>(), seen ? number("last_seen_ms") : 0, seen};
    }
    if (t == "ContactSync") {
        contact_sync made;
        for (const auto& phone : line.at("phones"))
            made.phones.push_back(phone.is_string() ? std::stoull(phone.get<std::string>())
                                                    : phone.get<std::uint64_t>());
        return made;
    }
    return profile{number("user"), text("name"), text("status"), line.at("keywords").get<std::vector<std::string>>()};
}

}  // namespace

std::vector<packet> load(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<packet> all;
    for (std::string line; std::getline(in, line);) all.push_back(parse(nlohmann::json::parse(line)));
    return all;
}

}  // namespace bench
