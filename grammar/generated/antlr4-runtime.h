// Stands before ANTLR's header of this name, which clang refuses in C++20 (misc/InterpreterDataReader.h); what the
// generated parser and grammar/parse use of it.
#pragma once

#pragma GCC system_header

#include <antlr4-common.h>

#include <ANTLRErrorStrategy.h>
#include <ANTLRInputStream.h>
#include <CommonTokenStream.h>
#include <FailedPredicateException.h>
#include <InputMismatchException.h>
#include <Lexer.h>
#include <NoViableAltException.h>
#include <Parser.h>
#include <ParserRuleContext.h>
#include <RecognitionException.h>
#include <Vocabulary.h>
#include <atn/ATN.h>
#include <atn/ATNDeserializer.h>
#include <atn/ATNState.h>
#include <atn/LexerATNSimulator.h>
#include <atn/ParserATNSimulator.h>
#include <dfa/DFA.h>
#include <support/CPPUtils.h>
#include <tree/ErrorNode.h>
#include <tree/TerminalNode.h>
