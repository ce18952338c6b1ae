// Turns the committed base map (geo/data) into the files that BaseMap maps into memory. Runs at build time.
//
//   make_basemap divisions admin.arcs cells.tsv worldviews.tsv regions.tsv countries.tsv OUTPUT
//   make_basemap water|coast FILE.arcs OUTPUT

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text_table.hpp"
#include "geo/detail/basemap_writer.hpp"
#include "geo/detail/country_areas.hpp"
#include "geo/detail/ring_assembly.hpp"

namespace dateline::geo {
namespace {

using namespace detail;

constexpr std::size_t max_input = 64U << 20U;
/// Long coasts are cut into arcs of this many points, so that a window skips what lies outside it.
constexpr std::size_t longest_arc = 200;

struct Division {
  std::string id, country, admin1, name;
};

TextTable read_table(const std::string& path, const std::vector<std::string>& columns) {
  return TextTable::parse(read_file(path, max_input), path, columns);
}

std::vector<Division> read_divisions(const std::string& path) {
  const auto table = read_table(path, {"cell", "country", "admin1", "name"});
  std::vector<Division> divisions;
  for (const auto& row : table.rows()) {
    divisions.push_back({row.cells[table.column("cell")], row.cells[table.column("country")],
                         row.cells[table.column("admin1")], row.cells[table.column("name")]});
  }
  return divisions;
}

/// Owner of each division in each view. A row names a cell or, as "country XK", all cells of a country.
std::map<std::string, std::vector<std::string>> read_views(const std::string& path, const std::vector<std::string>& names,
                                                           const std::vector<Division>& divisions) {
  std::vector<std::string> columns = names;
  columns.push_back("cell");
  const auto table = read_table(path, columns);
  std::map<std::string, std::vector<std::string>> owners;
  for (const auto& view : names) {
    for (const auto& division : divisions) owners[view].push_back(division.country);
  }
  for (const auto& row : table.rows()) {
    const std::string& key = row.cells[table.column("cell")];
    const bool whole_country = key.starts_with("country ");
    bool found = false;
    for (std::size_t i = 0; i < divisions.size(); ++i) {
      if (whole_country ? divisions[i].country != key.substr(8) : divisions[i].id != key) continue;
      found = true;
      for (const auto& view : names) owners[view][i] = row.cells[table.column(view)];
    }
    if (!found) table.fail(row, "no division \"" + key + "\"", "see cells.tsv for their names");
  }
  return owners;
}

void add_cells(BaseMapWriter& writer, const std::vector<Division>& divisions) {
  for (const Division& d : divisions) writer.cells.push_back({writer.add_text(d.id), writer.add_text(d.admin1), writer.add_text(d.name)});
}

void add_countries(BaseMapWriter& writer, const std::string& path, const std::map<std::string, std::vector<std::string>>& owners) {
  std::map<std::string, std::string> names;
  const auto table = read_table(path, {"iso2", "name"});
  for (const auto& row : table.rows()) names[row.cells[table.column("iso2")]] = row.cells[table.column("name")];
  std::set<std::string> codes;
  for (const auto& [view, list] : owners) codes.insert(list.begin(), list.end());
  std::map<std::string, std::uint16_t> numbers;
  for (const auto& code : codes) {
    numbers[code] = static_cast<std::uint16_t>(writer.countries.size());
    writer.countries.push_back({writer.add_text(code), writer.add_text(names.contains(code) ? names[code] : "")});
  }
  for (const auto& [view, list] : owners) {
    writer.views.push_back(writer.add_text(view));
    for (const auto& code : list) writer.owners.push_back(numbers[code]);
  }
}

/// Whether some view draws an international border here and another does not.
bool is_disputed(const SourceArc& arc, const std::map<std::string, std::vector<std::string>>& owners) {
  if (arc.left == none || arc.right == none) return false;
  std::set<bool> answers;
  for (const auto& [view, list] : owners) answers.insert(list.at(arc.left) != list.at(arc.right));
  return answers.size() > 1;
}

/// A region's members are GeoNames codes, cells, or whole countries.
void add_regions(BaseMapWriter& writer, const std::string& path, const std::vector<Division>& divisions) {
  const auto table = read_table(path, {"region", "members"});
  for (const auto& row : table.rows()) {
    std::set<std::uint32_t> cells;
    for (const auto& member : split_cell(row.cells[table.column("members")])) {
      bool found = false;
      for (std::uint32_t i = 0; i < divisions.size(); ++i) {
        const Division& d = divisions[i];
        if (d.id != member && d.admin1 != member && d.country != member) continue;
        cells.insert(i);
        found = true;
      }
      if (!found) table.fail(row, "member \"" + member + "\" is no division", "see cells.tsv");
    }
    writer.regions.push_back({writer.add_text(row.cells[table.column("region")]),
                              static_cast<std::uint32_t>(writer.region_cells.size()), static_cast<std::uint32_t>(cells.size())});
    writer.region_cells.insert(writer.region_cells.end(), cells.begin(), cells.end());
  }
}

/// Names of countries stand where their area is widest. To look for that in every run would take longer than all the
/// rest of a map, so it is done here, in every view; it needs the finished file.
void add_labels(BaseMapWriter& writer, const std::string& output) {
  write_file_atomically(output, writer.bytes(), Overwrite::Allow);
  const BaseMapFile file(output, BaseMapKind::Divisions);
  for (std::size_t view = 0; view < file.views().size(); ++view) {
    for (const StoredLabel& label : CountryAreas(file, view).labels()) writer.labels.push_back(label);
  }
}

std::string make_divisions(const std::vector<std::string>& args) {
  const auto arcs = read_arcs(read_file(args[1], max_input), args[1]);
  const auto divisions = read_divisions(args[2]);
  const std::vector<std::string> view_names{"ar", "cn", "de_facto", "in", "jp", "ke", "ma", "pk", "rs", "ru", "ss", "tr", "un", "us"};
  const auto owners = read_views(args[3], view_names, divisions);
  BaseMapWriter writer(BaseMapKind::Divisions);
  for (const SourceArc& arc : arcs) {
    if ((arc.left != none && arc.left >= divisions.size()) || (arc.right != none && arc.right >= divisions.size())) {
      throw InputError(args[1] + " names a cell that " + args[2] + " does not have");
    }
    writer.add_arc(arc, is_disputed(arc, owners) ? arc_disputed : 0);
  }
  for (const ArcRing& ring : assemble_rings(writer.arcs(), writer.points(), [](std::uint32_t) { return true; })) writer.add_ring(ring, 0);
  add_cells(writer, divisions);
  add_countries(writer, args[5], owners);
  add_regions(writer, args[4], divisions);
  add_labels(writer, args[6]);
  return writer.bytes();
}

/// Rings carry their polygon in `left`, rivers only a rank.
std::string make_lines(BaseMapKind kind, const std::string& path) {
  BaseMapWriter writer(kind);
  for (const SourceArc& line : read_arcs(read_file(path, max_input), path)) {
    std::vector<std::int32_t> pieces;
    const std::size_t last = line.points.size() - 1;
    for (std::size_t start = 0; start < last; start += longest_arc) {
      SourceArc piece{none, none, line.attribute, {}};
      const auto end = std::min(start + longest_arc, last);
      piece.points.assign(line.points.begin() + static_cast<std::ptrdiff_t>(start), line.points.begin() + static_cast<std::ptrdiff_t>(end + 1));
      pieces.push_back(static_cast<std::int32_t>(writer.add_arc(piece)));
    }
    if (line.left != none) writer.add_ring(pieces, line.left);
  }
  return writer.bytes();
}

int run(const std::vector<std::string>& args) {
  if (args.size() == 7 && args[0] == "divisions") {
    write_file_atomically(args[6], make_divisions(args), Overwrite::Allow);
  } else if (args.size() == 3 && args[0] == "water") {
    write_file_atomically(args[2], make_lines(BaseMapKind::Water, args[1]), Overwrite::Allow);
  } else if (args.size() == 3 && args[0] == "coast") {
    write_file_atomically(args[2], make_lines(BaseMapKind::Coast, args[1]), Overwrite::Allow);
  } else {
    std::fputs("usage: make_basemap divisions ARCS CELLS VIEWS REGIONS COUNTRIES OUT | water|coast ARCS OUT\n", stderr);
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace dateline::geo

int main(int argc, char** argv) {
  try {
    return dateline::geo::run({argv + 1, argv + argc});
  } catch (const dateline::Error& error) {
    std::fputs(error.to_string().c_str(), stderr);
    return 1;
  }
}
