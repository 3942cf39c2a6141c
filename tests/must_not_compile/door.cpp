// What types prevent: each case is compiled with its number, and only case 0 may compile.
#include <tic/json.hpp>

#include "workload.hpp"

void use([[maybe_unused]] workload::session<tic::role::client>& client, [[maybe_unused]] workload::session<tic::role::server>& server,
         workload::client_memory& memory, std::span<std::uint8_t> out, tic::arena& arena) {
    [[maybe_unused]] const workload::Typing packet{.conversation = {5}, .on = true};
    [[maybe_unused]] tic::nothing other;
#if CASE == 0
    (void)encode(packet, out, memory, 1);
    (void)decode(out, memory, 1, arena);
    (void)client.say(packet, out);
    (void)server.hear(std::span<const std::uint8_t>(out), arena);
#elif CASE == 1  // an id is not a number
    [[maybe_unused]] const std::uint64_t wrong = packet.conversation;
#elif CASE == 2  // nor another id
    [[maybe_unused]] const workload::Typing wrong{.conversation = workload::UserId{5}, .on = true};
#elif CASE == 3  // the memory is that of the direction
    (void)encode(packet, out, other, 1);
#elif CASE == 4  // a result is looked at
    encode(packet, out, memory, 1);
#elif CASE == 5  // what is no packet is not sent
    (void)encode(workload::UserId{5}, out, memory, 1);
#elif CASE == 6  // an arena is not copied
    tic::arena copy = arena;
#elif CASE == 7  // a version is not forgotten
    (void)decode(out, memory, arena);
#elif CASE == 8  // what was read is not changed in place
    decode(out, memory, 1, arena)->packet.get_if_Typing()->on = false;
#elif CASE == 9  // a side does not say what the other says
    (void)server.say(packet, out);
#elif CASE == 10  // nor what nobody says
    (void)client.say(workload::UserId{5}, out);
#elif CASE == 11  // nor is it asked whether it may
    (void)server.may_say(workload::client_packet::kind_type::Typing);
#elif CASE == 12  // what was heard is looked at
    server.hear(std::span<const std::uint8_t>(out), arena);
#endif
}
