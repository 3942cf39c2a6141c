// One function a request.
#include "handlers.hpp"

#include <string>

void handlers::on(const relay::Enter& request, reply<relay::Entered> answer) {
    answer(relay::Entered{});
    user_ = request.user;
    is_inside_ = true;
    here_.enter(user_, client_);
}

void handlers::on(const relay::Say& packet) {
    if (here_.send(packet.to, relay::Heard{.from = user_, .number = packet.number, .text = packet.text})) return;
    const auto send_there = [from = user_, to = packet.to, number = packet.number,
                             text = std::string(packet.text)](const inboxes& there) {
        // Who leaves at this moment does not confirm, and receives it again.
        (void)there.send(to, relay::Heard{.from = from, .number = number, .text = text});
    };
    if (!here_.post_to(packet.to, send_there)) client_.send(relay::Absent{.user = packet.to, .number = packet.number});
}

void handlers::on(const relay::Got& packet) {
    const relay::Confirmed confirmed{.by = user_, .number = packet.number};
    if (here_.send(packet.from, confirmed)) return;
    // Where the sender is gone the confirmation is too: it sends the message again when it is back.
    (void)here_.post_to(packet.from,
                        [to = packet.from, confirmed](const inboxes& there) { (void)there.send(to, confirmed); });
}

void handlers::on_close(const tic::net::close_cause&) {
    if (is_inside_) here_.leave(user_, client_);
}
