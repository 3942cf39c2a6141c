// One function a request.
#include "handlers.hpp"

void handlers::on(const game::SignIn& request, reply<game::Welcome, game::NameTaken> answer) {
    if (!all_.names.take(std::string(request.name))) return answer(game::NameTaken{});
    name_ = request.name;
    answer(game::Welcome{});
}

void handlers::on(const game::Seek&, reply<game::Seated> answer) {
    seat_ = all_.waiting.sit({name_, client_.remote()}, client_.now());
    answer(game::Seated{});
}

void handlers::on(const game::Play& request, reply<game::Placed, game::Refused> answer) {
    if (const auto why = seat_->at->play(seat_->colour, request.x, request.y, client_.now()))
        return answer(game::Refused{.why = *why});
    answer(game::Placed{});
}

void handlers::on(const game::OfferDraw&, reply<game::Refused, game::Offered> answer) {
    if (const auto why = seat_->at->offer_draw(seat_->colour)) return answer(game::Refused{.why = *why});
    answer(game::Offered{});
}

void handlers::on(const game::Leave&, reply<game::Left> answer) {
    seat_->at->leave(seat_->colour);
    seat_.reset();
    answer(game::Left{});
}

void handlers::on_close(const tic::net::close_cause&) {
    if (!name_.empty()) all_.names.give_back(name_);
    if (seat_) seat_->at->leave(seat_->colour);
}
