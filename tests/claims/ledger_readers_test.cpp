#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "claims/detail/ledger_readers.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline;
using claims::Ledger;
using OrderedJson = nlohmann::ordered_json;

namespace {

/// What the careful reader makes of it; absent if it refuses, which it may do with InputError only.
std::optional<Ledger> carefully(const std::string& json) {
  try {
    return claims::detail::read_carefully(json, "war.ledger.json");
  } catch (const InputError& error) {
    CHECK(error.position().line >= 1);
    CHECK_FALSE(std::string(error.what()).empty());
    return std::nullopt;
  }
}

/// Returns whether the quick reader took it.
bool readers_agree(const std::string& json) {
  const auto quick = claims::detail::read_quickly(json);
  const auto careful = carefully(json);
  if (quick) {
    REQUIRE(careful);
    REQUIRE(*quick == *careful);
  }
  return quick.has_value();
}

/// One value somewhere in the tree.
OrderedJson& any_value(OrderedJson& top, claims::samples::Random& random) {
  OrderedJson* value = &top;
  while (value->is_structured() && !value->empty() && random.below(5) != 0) {
    auto child = value->begin();
    std::advance(child, static_cast<std::ptrdiff_t>(random.below(value->size())));
    value = &*child;
  }
  return *value;
}

/// Changes one value as a careless or hostile hand would: another type, another size, another name, something beside it.
void damage(OrderedJson& top, claims::samples::Random& random) {
  static const std::vector<OrderedJson> kValues = {nullptr, true, -1, 0, 1.5, 1e300, std::uint64_t{18446744073709551615U}, std::int64_t{-9223372036854775807}, "", "movement", std::string(300, 'x'),
                                                   OrderedJson::array(), OrderedJson::object(), OrderedJson::array({1, 2, 3, 4}), OrderedJson{{"text", "a"}, {"start", 5}, {"end", 6}}};
  OrderedJson& value = any_value(top, random);
  switch (random.below(4)) {
    case 0: value = kValues[random.below(kValues.size())]; break;
    case 1:
      if (value.is_object()) value["unheard of"] = 1;
      else if (value.is_array()) value.push_back(kValues[random.below(kValues.size())]);
      else value = OrderedJson::array({value});
      break;
    case 2:
      if (value.is_object() && !value.empty()) value.erase(value.begin());
      else if (value.is_array() && !value.empty()) value.erase(0);
      break;
    default: {
      const OrderedJson other = any_value(top, random);
      value = other;
    }
  }
}

}  // namespace

TEST_CASE("what Dateline writes is read quickly, and as the careful reader reads it", "[claims]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    CHECK(readers_agree(claims::to_json(claims::samples::random_ledger(seed))));
  }
  CHECK(readers_agree(claims::to_json(Ledger{})));
}

TEST_CASE("blanks and escapes do not matter to either reader", "[claims]") {
  const auto json = OrderedJson::parse(claims::to_json(claims::samples::random_ledger(17)));
  CHECK(readers_agree(json.dump()));
  CHECK(readers_agree(json.dump(7)));
  CHECK(readers_agree(json.dump(1, '\t', true)));  // \uD83D\uDE00 and the like
}

TEST_CASE("fields in another order are read, if not quickly", "[claims]") {
  const Ledger ledger = claims::samples::random_ledger(23);
  const std::string sorted = nlohmann::json::parse(claims::to_json(ledger)).dump(2);  // by name
  CHECK_FALSE(claims::detail::read_quickly(sorted));
  CHECK(claims::ledger_from_json(sorted, "x") == ledger);
}

TEST_CASE("the quick reader takes nothing that the careful one refuses, however the values are mixed up", "[claims]") {
  std::size_t taken = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    claims::samples::Random random(seed);
    auto json = OrderedJson::parse(claims::to_json(claims::samples::random_ledger(seed % 40, 2)));
    for (std::size_t k = random.below(3) + 1; k > 0; --k) damage(json, random);
    taken += readers_agree(json.dump()) ? 1 : 0;
  }
  CHECK(taken > 20);  // some changes leave a valid ledger; else this test says nothing
  CHECK(taken < 1400);
}

TEST_CASE("the quick reader takes nothing that the careful one refuses, however the bytes are damaged", "[claims]") {
  const std::string json = claims::to_json(claims::samples::random_ledger(3, 2));
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = json;
    for (int k = 0; k < 2; ++k) {
      const std::size_t at = random() % damaged.size();
      switch (random() % 4) {
        case 0: damaged[at] = "{}[]\",:0x\\\x80\xC3"[random() % 12]; break;
        case 1: damaged.erase(at, random() % 40); break;
        case 2: damaged.insert(at, damaged.substr(random() % damaged.size(), random() % 60)); break;
        default: damaged.resize(damaged.size() - random() % 20);
      }
    }
    CAPTURE(round);
    readers_agree(damaged);
  }
}

TEST_CASE("numbers that no computer holds are refused with a message", "[claims]") {
  std::string json = claims::to_json(claims::samples::random_ledger(5));
  const std::size_t at = json.find("\"radius_m\": 5000");
  REQUIRE(at != std::string::npos);
  json.replace(at, 16, "\"radius_m\": 1e999");
  CHECK_FALSE(readers_agree(json));
  CHECK_THROWS_WITH(claims::ledger_from_json(json, "x"), Catch::Contains("too large"));
}

TEST_CASE("something behind the ledger is refused", "[claims]") {
  const std::string json = claims::to_json(claims::samples::random_ledger(9));
  for (const char* tail : {"x", "{}", ",", "]", "\"", "1"}) CHECK_FALSE(readers_agree(json + tail));
}
