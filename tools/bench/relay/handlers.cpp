// One function a request.
#include "handlers.hpp"

#include <string>

void handlers::on(const relay::Enter& asked, reply<relay::Entered> answer) {
    answer(relay::Entered{});
    user_ = asked.user;
    is_inside_ = true;
    here_.enter(user_, client_);
}

void handlers::on(const relay::Say& told) {
    if (here_.say(told.to, relay::Heard{.from = user_, .number = told.number, .text = told.text})) return;
    const auto say_there = [from = user_, to = told.to, number = told.number,
                            text = std::string(told.text)](const inboxes& there) {
        // Who leaves at this moment does not confirm, and hears it again.
        (void)there.say(to, relay::Heard{.from = from, .number = number, .text = text});
    };
    if (!here_.post_to(told.to, say_there)) client_.say(relay::Absent{.user = told.to, .number = told.number});
}

void handlers::on(const relay::Got& told) {
    const relay::Confirmed confirmed{.by = user_, .number = told.number};
    if (here_.say(told.from, confirmed)) return;
    // Where the sender is gone the confirmation is too: it says the message again when it is back.
    (void)here_.post_to(told.from,
                        [to = told.from, confirmed](const inboxes& there) { (void)there.say(to, confirmed); });
}

void handlers::on_close(const tic::net::close_cause&) {
    if (is_inside_) here_.leave(user_, client_);
}
