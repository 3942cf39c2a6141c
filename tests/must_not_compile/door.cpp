// What types prevent: each case is compiled with its number, and only case 0 may compile.
#include <tic/json.hpp>

#include "chat.hpp"
#include "workload.hpp"

void use([[maybe_unused]] workload::session<tic::side::client>& client,
         [[maybe_unused]] workload::session<tic::side::server>& server, workload::client_memory& memory,
         std::span<std::uint8_t> out, tic::arena& arena) {
    [[maybe_unused]] const workload::Typing packet{.conversation = {5}, .on = true};
    [[maybe_unused]] tic::nothing other;
#if CASE == 0
    (void)encode(packet, out, memory, 1);
    (void)decode(out, memory, 1, arena);
    (void)client.send(packet, out);
    (void)server.receive(std::span<const std::uint8_t>(out), arena);
#elif CASE == 1   // an id is not a number
    [[maybe_unused]] const std::uint64_t wrong = packet.conversation;
#elif CASE == 2   // nor another id
    [[maybe_unused]] const workload::Typing wrong{.conversation = workload::UserId{5}, .on = true};
#elif CASE == 3   // the memory is that of the direction
    (void)encode(packet, out, other, 1);
#elif CASE == 4   // a result is looked at
    encode(packet, out, memory, 1);
#elif CASE == 5   // what is no packet is not sent
    (void)encode(workload::UserId{5}, out, memory, 1);
#elif CASE == 6   // an arena is not copied
    tic::arena copy = arena;
#elif CASE == 7   // a version is not forgotten
    (void)decode(out, memory, arena);
#elif CASE == 8   // what was read is not changed in place
    decode(out, memory, 1, arena)->packet.get_if_Typing()->on = false;
#elif CASE == 9   // nor the elements of a list that was read
    decode(out, memory, 1, arena)->packet.get_if_ContactSync()->phones[0] = 5;
#elif CASE == 22  // a side does not say what the other says
    (void)server.send(packet, out);
#elif CASE == 23  // nor what nobody says
    (void)client.send(workload::UserId{5}, out);
#elif CASE == 24  // nor is it asked whether it may
    (void)server.may_send(workload::client_packet::kind_type::Typing);
#elif CASE == 25  // what was heard is looked at
    server.receive(std::span<const std::uint8_t>(out), arena);
#endif
}

void talk(chat::client_memory& ours, chat::server_memory& theirs, std::span<std::uint8_t> out, tic::arena& arena) {
    [[maybe_unused]] const chat::Ack ack{.chat = {5}, .seq = 1};
    [[maybe_unused]] workload::client_memory other_protocol;
#if CASE == 0
    (void)encode(ack, out, ours, 2);
    (void)decode(out, theirs, 2, arena);
    (void)(ack.chat == chat::ChatId{5} && ack.chat < chat::ChatId{6});
    (void)chat::client_packet(ack).visit([](const auto&) { return 0; });
    (void)tic::sealed<chat::Body>::seal({.kind = chat::Kind::photo, .text = ""}, 2, arena);
#elif CASE == 10  // the memory of the other direction
    (void)encode(ack, out, theirs, 2);
#elif CASE == 11  // the memory of another protocol
    (void)encode(ack, out, other_protocol, 2);
#elif CASE == 12  // the server says nothing as the client
    (void)encode(chat::Deliver{}, out, ours, 2);
#elif CASE == 13  // nor is it held as what the client says
    [[maybe_unused]] const chat::client_packet wrong = chat::Deliver{};
#elif CASE == 14  // ids of two types are not compared
    (void)(chat::ChatId{5} == chat::UserId{5});
#elif CASE == 15  // ids are not counted with
    (void)(chat::ChatId{5} + 1);
#elif CASE == 16  // a number is no enum value
    [[maybe_unused]] const chat::Body wrong{.kind = 1, .text = ""};
#elif CASE == 17  // every packet is handled
    (void)chat::client_packet(ack).visit([](const chat::Send&) { return 0; });
#elif CASE == 18  // sealed content is of its type
    [[maybe_unused]] const chat::Send wrong{.chat = {5}, .tag = 1, .body = tic::sealed<chat::Ack>()};
#elif CASE == 19  // and what is sealed as well
    (void)tic::sealed<chat::Body>::seal(ack, 2, arena);
#elif CASE == 20  // it is opened before it is read
    (void)chat::Send{}.body.text;
#elif CASE == 21  // where a refusal stands is told by the packets of a side, not by an id
    (void)chat::path_of<chat::client_packet>(chat::ChatId{5});
#endif
}
