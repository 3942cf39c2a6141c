// ANTLR's headers and the generated parser, with their warnings off. Private to this folder.
#pragma once

#pragma GCC system_header

#include "grammar/generated/TicLexer.h"
#include "grammar/generated/TicParser.h"
