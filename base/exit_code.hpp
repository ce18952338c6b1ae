#pragma once

namespace dateline {

/// What a run of the program tells its caller. The one table; the man pages print it.
enum class ExitCode : int {
  Ok = 0,
  CouldNotFinish = 1,   ///< an unexpected failure: a full disk, an unwritable folder, an internal error
  WrongCommandLine = 2,
  InputUnreadable = 3,
  NothingToDraw = 4,
  CheckFoundProblems = 5,
  Differs = 6,
  RefusedByPolicy = 7,
};

}  // namespace dateline
