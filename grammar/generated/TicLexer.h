
// Generated from Tic.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace tic::parse::generated {


class  TicLexer : public antlr4::Lexer {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, KW_PROTOCOL = 5, KW_EDITION = 6, 
    KW_VERSION = 7, KW_LIMIT = 8, KW_TRANSPORT = 9, KW_TEXT = 10, KW_IMPORT = 11, 
    KW_CONST = 12, KW_TYPE = 13, KW_ENUM = 14, KW_UNION = 15, KW_STRUCT = 16, 
    KW_MEMORY = 17, KW_SESSION = 18, KW_CLIENT = 19, KW_SERVER = 20, KW_START = 21, 
    KW_STATE = 22, KW_ON = 23, KW_PUSH = 24, KW_IS = 25, KW_LIST = 26, KW_SEALED = 27, 
    KW_SINCE = 28, KW_UNTIL = 29, KW_OF = 30, SEMICOLON = 31, COMMA = 32, 
    COLON = 33, EQUALS = 34, OPEN_BRACE = 35, CLOSE_BRACE = 36, OPEN_PAREN = 37, 
    CLOSE_PAREN = 38, TILDE = 39, AT = 40, QUESTION = 41, MINUS = 42, PLUS = 43, 
    DOT = 44, DOTS = 45, WORD = 46, NUMBER = 47, STRING = 48, DOC = 49, 
    COMMENT = 50, SPACE = 51, BLOCK_COMMENT = 52, HASH_COMMENT = 53, OPEN_STRING = 54, 
    QUOTED = 55, FOREIGN = 56, BAD = 57
  };

  TicLexer(antlr4::CharStream *input);
  ~TicLexer();

  virtual std::string getGrammarFileName() const override;
  virtual const std::vector<std::string>& getRuleNames() const override;

  virtual const std::vector<std::string>& getChannelNames() const override;
  virtual const std::vector<std::string>& getModeNames() const override;
  virtual const std::vector<std::string>& getTokenNames() const override; // deprecated, use vocabulary instead
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;

  virtual const std::vector<uint16_t> getSerializedATN() const override;
  virtual const antlr4::atn::ATN& getATN() const override;

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;
  static std::vector<std::string> _channelNames;
  static std::vector<std::string> _modeNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  // Individual action functions triggered by action() above.

  // Individual semantic predicate functions triggered by sempred() above.

  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace tic::parse::generated
