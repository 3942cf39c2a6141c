// The drivers by name.
#include <array>

#include "bare_driver.hpp"
#include "driver.hpp"
#include "mqtt_driver.hpp"
#include "nats_driver.hpp"
#include "tic_driver.hpp"

namespace tic::bench {

std::unique_ptr<driver> make_driver(std::string_view name, std::size_t users) {
    if (name == "bare") return std::make_unique<bare_driver>();
    if (name == "tic") return std::make_unique<tic_driver>(users);
    if (name == "nats") return std::make_unique<nats_driver>();
    if (name == "mqtt0") return std::make_unique<mqtt_driver>(users, mqtt_way::qos0);
    if (name == "mqtt1") return std::make_unique<mqtt_driver>(users, mqtt_way::qos1);
    if (name == "mqtt1-hop") return std::make_unique<mqtt_driver>(users, mqtt_way::qos1_by_hop);
    return nullptr;
}

std::span<const std::string_view> driver_names() {
    static constexpr std::array<std::string_view, 6> names{"bare", "tic", "nats", "mqtt0", "mqtt1", "mqtt1-hop"};
    return names;
}

}  // namespace tic::bench
