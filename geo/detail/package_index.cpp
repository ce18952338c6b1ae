#include "geo/detail/package_index.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "geo/detail/sql_words.hpp"

namespace dateline::geo::detail {

namespace {

// SQLite gives a node of a two-dimensional tree on a page of 4096 bytes room for 51 cells of 24 bytes behind 4 bytes of its own.
constexpr std::size_t kCells = 51;
constexpr std::size_t kNodeBytes = 4 + kCells * 24;
constexpr std::int64_t kRoot = 1;

/// A row of the index, or a node one level below.
struct Cell {
  std::int64_t id = 0;
  float min_x = 0, max_x = 0, min_y = 0, max_y = 0;
};

float rounded_down(double value) {
  const auto near = static_cast<float>(value);
  return near > value ? std::nextafter(near, -std::numeric_limits<float>::infinity()) : near;
}
float rounded_up(double value) {
  const auto near = static_cast<float>(value);
  return near < value ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

void append_big_endian(std::string& bytes, std::uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(static_cast<unsigned char>(value >> static_cast<unsigned>(shift)));
}

using Node = std::vector<Cell>;

std::string node_blob(const Node& node, int depth) {
  std::string bytes;
  append_big_endian(bytes, static_cast<std::uint64_t>(depth), 2);
  append_big_endian(bytes, node.size(), 2);
  for (const Cell& cell : node) {
    append_big_endian(bytes, static_cast<std::uint64_t>(cell.id), 8);
    for (const float side : {cell.min_x, cell.max_x, cell.min_y, cell.max_y}) append_big_endian(bytes, std::bit_cast<std::uint32_t>(side), 4);
  }
  bytes.resize(kNodeBytes);
  return bytes;
}

Cell box_of(const Node& node, std::int64_t id) {
  Cell box = node.front();
  box.id = id;
  for (const Cell& cell : node) {
    box.min_x = std::min(box.min_x, cell.min_x), box.max_x = std::max(box.max_x, cell.max_x);
    box.min_y = std::min(box.min_y, cell.min_y), box.max_y = std::max(box.max_y, cell.max_y);
  }
  return box;
}

/// Slices by x, in each slice runs by y; equal places by id, so that the order is always the same.
std::vector<Node> pack(std::vector<Cell> cells) {
  const auto nodes = static_cast<double>((cells.size() + kCells - 1) / kCells);
  const std::size_t slice = static_cast<std::size_t>(std::ceil(std::sqrt(nodes))) * kCells;
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return std::tuple(a.min_x + a.max_x, a.id) < std::tuple(b.min_x + b.max_x, b.id); });
  std::vector<Node> packed;
  for (std::size_t first = 0; first < cells.size(); first += slice) {
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = cells.begin() + static_cast<std::ptrdiff_t>(std::min(first + slice, cells.size()));
    std::sort(begin, end, [](const Cell& a, const Cell& b) { return std::tuple(a.min_y + a.max_y, a.id) < std::tuple(b.min_y + b.max_y, b.id); });
    for (auto cell = begin; cell != end;) {
      const auto last = cell + std::min<std::ptrdiff_t>(end - cell, static_cast<std::ptrdiff_t>(kCells));
      packed.emplace_back(cell, last);
      cell = last;
    }
  }
  return packed;
}

/// The three tables behind SQLite's R-tree.
class IndexTables {
 public:
  IndexTables(NewDatabase& database, const std::string& name)
      : database_(database), node_(database.prepare("INSERT OR REPLACE INTO " + quoted(name + "_node") + " VALUES (?1, ?2)")),
        parent_(database.prepare("INSERT INTO " + quoted(name + "_parent") + " VALUES (?1, ?2)")),
        rowid_(database.prepare("INSERT INTO " + quoted(name + "_rowid") + " VALUES (?1, ?2)")) {}

  void write_node(std::int64_t number, const Node& node, int depth) {
    const std::string blob = node_blob(node, depth);
    sqlite3_bind_int64(node_.get(), 1, number);
    sqlite3_bind_blob64(node_.get(), 2, blob.data(), blob.size(), SQLITE_STATIC);
    database_.step(node_);
  }
  void write_parents(std::vector<std::pair<std::int64_t, std::int64_t>> pairs) { write(parent_, std::move(pairs)); }
  void write_rows(std::vector<std::pair<std::int64_t, std::int64_t>> pairs) { write(rowid_, std::move(pairs)); }

 private:
  /// In the order of the key the table grows at its end only.
  void write(const Statement& statement, std::vector<std::pair<std::int64_t, std::int64_t>> pairs) {
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [key, node] : pairs) {
      sqlite3_bind_int64(statement.get(), 1, key);
      sqlite3_bind_int64(statement.get(), 2, node);
      database_.step(statement);
    }
  }

  NewDatabase& database_;
  Statement node_, parent_, rowid_;
};

}  // namespace

void make_index(NewDatabase& database, const std::string& name, const std::vector<IndexedRow>& rows) {
  database.run("CREATE VIRTUAL TABLE " + quoted(name) + " USING rtree(id, minx, maxx, miny, maxy)");
  IndexTables tables(database, name);
  std::vector<Cell> cells;
  cells.reserve(rows.size());
  for (const auto& [id, e] : rows) cells.push_back({id, rounded_down(e.min_x), rounded_up(e.max_x), rounded_down(e.min_y), rounded_up(e.max_y)});
  std::vector<std::pair<std::int64_t, std::int64_t>> node_of_row, parents;
  std::int64_t last_number = kRoot;
  int depth = 0;
  // Level by level from the leaves, until what is left fits into the root.
  for (; cells.size() > kCells; ++depth) {
    std::vector<Cell> above;
    for (const Node& node : pack(std::move(cells))) {
      const std::int64_t number = ++last_number;
      tables.write_node(number, node, 0);
      for (const Cell& cell : node) (depth == 0 ? node_of_row : parents).emplace_back(cell.id, number);
      above.push_back(box_of(node, number));
    }
    cells = std::move(above);
  }
  for (const Cell& cell : cells) (depth == 0 ? node_of_row : parents).emplace_back(cell.id, kRoot);
  tables.write_node(kRoot, cells, depth);
  tables.write_parents(std::move(parents));
  tables.write_rows(std::move(node_of_row));
}

}  // namespace dateline::geo::detail
