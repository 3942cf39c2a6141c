// The generated sessions that the fuzzer drives.
#include "tests/fuzz/talk_once.hpp"

#include "chat.hpp"
#include "hints1.hpp"
#include "parley.hpp"
#include "workload.hpp"

namespace tic::test {
namespace {

std::string parley_path(side who, const error& e) {
    return std::string(
        (who == side::client ? parley::path_of<parley::client_packet>(e) : parley::path_of<parley::server_packet>(e))
            .view());
}
std::string chat_path(side who, const error& e) {
    return std::string(
        (who == side::client ? chat::path_of<chat::client_packet>(e) : chat::path_of<chat::server_packet>(e)).view());
}
std::string workload_path(side, const error& e) {
    return std::string(workload::path_of<workload::client_packet>(e).view());
}
std::string hints1_path(side who, const error& e) {
    return std::string(
        (who == side::client ? hints1::path_of<hints1::client_packet>(e) : hints1::path_of<hints1::server_packet>(e))
            .view());
}

constexpr fuzzed_session all[] = {
    {"parley", &parley::versions, talk_once<parley::wire::protocol, parley_path>},
    {"chat", &chat::versions, talk_once<chat::wire::protocol, chat_path>},
    {"workload", &workload::versions, talk_once<workload::wire::protocol, workload_path>},
    {"hints1", &hints1::versions, talk_once<hints1::wire::protocol, hints1_path>},
};

}  // namespace

const fuzzed_session* find_session(std::string_view protocol) {
    for (const fuzzed_session& one : all)
        if (one.protocol == protocol) return &one;
    return nullptr;
}

}  // namespace tic::test
