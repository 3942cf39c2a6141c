
// Generated from Tic.g4 by ANTLR 4.7.2



#include "TicParser.h"


using namespace antlrcpp;
using namespace tic::parse::generated;
using namespace antlr4;

TicParser::TicParser(TokenStream *input) : Parser(input) {
  _interpreter = new atn::ParserATNSimulator(this, _atn, _decisionToDFA, _sharedContextCache);
}

TicParser::~TicParser() {
  delete _interpreter;
}

std::string TicParser::getGrammarFileName() const {
  return "Tic.g4";
}

const std::vector<std::string>& TicParser::getRuleNames() const {
  return _ruleNames;
}

dfa::Vocabulary& TicParser::getVocabulary() const {
  return _vocabulary;
}


//----------------- FileContext ------------------------------------------------------------------

TicParser::FileContext::FileContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::FileContext::EOF() {
  return getToken(TicParser::EOF, 0);
}

std::vector<TicParser::HeaderContext *> TicParser::FileContext::header() {
  return getRuleContexts<TicParser::HeaderContext>();
}

TicParser::HeaderContext* TicParser::FileContext::header(size_t i) {
  return getRuleContext<TicParser::HeaderContext>(i);
}

std::vector<TicParser::Import_lineContext *> TicParser::FileContext::import_line() {
  return getRuleContexts<TicParser::Import_lineContext>();
}

TicParser::Import_lineContext* TicParser::FileContext::import_line(size_t i) {
  return getRuleContext<TicParser::Import_lineContext>(i);
}

std::vector<TicParser::Const_lineContext *> TicParser::FileContext::const_line() {
  return getRuleContexts<TicParser::Const_lineContext>();
}

TicParser::Const_lineContext* TicParser::FileContext::const_line(size_t i) {
  return getRuleContext<TicParser::Const_lineContext>(i);
}

std::vector<TicParser::Type_lineContext *> TicParser::FileContext::type_line() {
  return getRuleContexts<TicParser::Type_lineContext>();
}

TicParser::Type_lineContext* TicParser::FileContext::type_line(size_t i) {
  return getRuleContext<TicParser::Type_lineContext>(i);
}

std::vector<TicParser::Enum_blockContext *> TicParser::FileContext::enum_block() {
  return getRuleContexts<TicParser::Enum_blockContext>();
}

TicParser::Enum_blockContext* TicParser::FileContext::enum_block(size_t i) {
  return getRuleContext<TicParser::Enum_blockContext>(i);
}

std::vector<TicParser::Union_blockContext *> TicParser::FileContext::union_block() {
  return getRuleContexts<TicParser::Union_blockContext>();
}

TicParser::Union_blockContext* TicParser::FileContext::union_block(size_t i) {
  return getRuleContext<TicParser::Union_blockContext>(i);
}

std::vector<TicParser::Struct_blockContext *> TicParser::FileContext::struct_block() {
  return getRuleContexts<TicParser::Struct_blockContext>();
}

TicParser::Struct_blockContext* TicParser::FileContext::struct_block(size_t i) {
  return getRuleContext<TicParser::Struct_blockContext>(i);
}

std::vector<TicParser::Memory_blockContext *> TicParser::FileContext::memory_block() {
  return getRuleContexts<TicParser::Memory_blockContext>();
}

TicParser::Memory_blockContext* TicParser::FileContext::memory_block(size_t i) {
  return getRuleContext<TicParser::Memory_blockContext>(i);
}

std::vector<TicParser::Session_blockContext *> TicParser::FileContext::session_block() {
  return getRuleContexts<TicParser::Session_blockContext>();
}

TicParser::Session_blockContext* TicParser::FileContext::session_block(size_t i) {
  return getRuleContext<TicParser::Session_blockContext>(i);
}


size_t TicParser::FileContext::getRuleIndex() const {
  return TicParser::RuleFile;
}


TicParser::FileContext* TicParser::file() {
  FileContext *_localctx = _tracker.createInstance<FileContext>(_ctx, getState());
  enterRule(_localctx, 0, TicParser::RuleFile);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(75);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION))) != 0)) {
      setState(73);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT: {
          setState(64);
          header();
          break;
        }

        case TicParser::KW_IMPORT: {
          setState(65);
          import_line();
          break;
        }

        case TicParser::KW_CONST: {
          setState(66);
          const_line();
          break;
        }

        case TicParser::KW_TYPE: {
          setState(67);
          type_line();
          break;
        }

        case TicParser::KW_ENUM: {
          setState(68);
          enum_block();
          break;
        }

        case TicParser::KW_UNION: {
          setState(69);
          union_block();
          break;
        }

        case TicParser::KW_STRUCT: {
          setState(70);
          struct_block();
          break;
        }

        case TicParser::KW_MEMORY: {
          setState(71);
          memory_block();
          break;
        }

        case TicParser::KW_SESSION: {
          setState(72);
          session_block();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(77);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(78);
    match(TicParser::EOF);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HeaderContext ------------------------------------------------------------------

TicParser::HeaderContext::HeaderContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::HeaderContext::KW_PROTOCOL() {
  return getToken(TicParser::KW_PROTOCOL, 0);
}

tree::TerminalNode* TicParser::HeaderContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

TicParser::NameContext* TicParser::HeaderContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

tree::TerminalNode* TicParser::HeaderContext::KW_EDITION() {
  return getToken(TicParser::KW_EDITION, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::HeaderContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::HeaderContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

tree::TerminalNode* TicParser::HeaderContext::KW_VERSION() {
  return getToken(TicParser::KW_VERSION, 0);
}

tree::TerminalNode* TicParser::HeaderContext::KW_LIMIT() {
  return getToken(TicParser::KW_LIMIT, 0);
}

tree::TerminalNode* TicParser::HeaderContext::KW_TRANSPORT() {
  return getToken(TicParser::KW_TRANSPORT, 0);
}

tree::TerminalNode* TicParser::HeaderContext::KW_TEXT() {
  return getToken(TicParser::KW_TEXT, 0);
}


size_t TicParser::HeaderContext::getRuleIndex() const {
  return TicParser::RuleHeader;
}


TicParser::HeaderContext* TicParser::header() {
  HeaderContext *_localctx = _tracker.createInstance<HeaderContext>(_ctx, getState());
  enterRule(_localctx, 2, TicParser::RuleHeader);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(109);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::KW_PROTOCOL: {
        enterOuterAlt(_localctx, 1);
        setState(80);
        match(TicParser::KW_PROTOCOL);
        setState(81);
        dynamic_cast<HeaderContext *>(_localctx)->id = name();
        setState(82);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::KW_EDITION: {
        enterOuterAlt(_localctx, 2);
        setState(84);
        match(TicParser::KW_EDITION);
        setState(85);
        dynamic_cast<HeaderContext *>(_localctx)->value = integer();
        setState(86);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::KW_VERSION: {
        enterOuterAlt(_localctx, 3);
        setState(88);
        match(TicParser::KW_VERSION);
        setState(89);
        dynamic_cast<HeaderContext *>(_localctx)->value = integer();
        setState(92);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == TicParser::T__0) {
          setState(90);
          match(TicParser::T__0);
          setState(91);
          dynamic_cast<HeaderContext *>(_localctx)->oldest = integer();
        }
        setState(94);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::KW_LIMIT: {
        enterOuterAlt(_localctx, 4);
        setState(96);
        match(TicParser::KW_LIMIT);
        setState(97);
        dynamic_cast<HeaderContext *>(_localctx)->value = integer();
        setState(98);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::KW_TRANSPORT: {
        enterOuterAlt(_localctx, 5);
        setState(100);
        match(TicParser::KW_TRANSPORT);
        setState(101);
        dynamic_cast<HeaderContext *>(_localctx)->id = name();
        setState(102);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::KW_TEXT: {
        enterOuterAlt(_localctx, 6);
        setState(104);
        match(TicParser::KW_TEXT);
        setState(105);
        match(TicParser::T__1);
        setState(106);
        dynamic_cast<HeaderContext *>(_localctx)->id = name();
        setState(107);
        match(TicParser::SEMICOLON);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Import_lineContext ------------------------------------------------------------------

TicParser::Import_lineContext::Import_lineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Import_lineContext::KW_IMPORT() {
  return getToken(TicParser::KW_IMPORT, 0);
}

tree::TerminalNode* TicParser::Import_lineContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

tree::TerminalNode* TicParser::Import_lineContext::STRING() {
  return getToken(TicParser::STRING, 0);
}


size_t TicParser::Import_lineContext::getRuleIndex() const {
  return TicParser::RuleImport_line;
}


TicParser::Import_lineContext* TicParser::import_line() {
  Import_lineContext *_localctx = _tracker.createInstance<Import_lineContext>(_ctx, getState());
  enterRule(_localctx, 4, TicParser::RuleImport_line);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(111);
    match(TicParser::KW_IMPORT);
    setState(112);
    dynamic_cast<Import_lineContext *>(_localctx)->path = match(TicParser::STRING);
    setState(113);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Const_lineContext ------------------------------------------------------------------

TicParser::Const_lineContext::Const_lineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Const_lineContext::KW_CONST() {
  return getToken(TicParser::KW_CONST, 0);
}

tree::TerminalNode* TicParser::Const_lineContext::EQUALS() {
  return getToken(TicParser::EQUALS, 0);
}

tree::TerminalNode* TicParser::Const_lineContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

TicParser::NameContext* TicParser::Const_lineContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

TicParser::IntegerContext* TicParser::Const_lineContext::integer() {
  return getRuleContext<TicParser::IntegerContext>(0);
}


size_t TicParser::Const_lineContext::getRuleIndex() const {
  return TicParser::RuleConst_line;
}


TicParser::Const_lineContext* TicParser::const_line() {
  Const_lineContext *_localctx = _tracker.createInstance<Const_lineContext>(_ctx, getState());
  enterRule(_localctx, 6, TicParser::RuleConst_line);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(115);
    match(TicParser::KW_CONST);
    setState(116);
    dynamic_cast<Const_lineContext *>(_localctx)->id = name();
    setState(117);
    match(TicParser::EQUALS);
    setState(118);
    dynamic_cast<Const_lineContext *>(_localctx)->value = integer();
    setState(119);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Type_lineContext ------------------------------------------------------------------

TicParser::Type_lineContext::Type_lineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Type_lineContext::KW_TYPE() {
  return getToken(TicParser::KW_TYPE, 0);
}

tree::TerminalNode* TicParser::Type_lineContext::EQUALS() {
  return getToken(TicParser::EQUALS, 0);
}

tree::TerminalNode* TicParser::Type_lineContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

TicParser::NameContext* TicParser::Type_lineContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

TicParser::DomainContext* TicParser::Type_lineContext::domain() {
  return getRuleContext<TicParser::DomainContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::Type_lineContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::Type_lineContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}


size_t TicParser::Type_lineContext::getRuleIndex() const {
  return TicParser::RuleType_line;
}


TicParser::Type_lineContext* TicParser::type_line() {
  Type_lineContext *_localctx = _tracker.createInstance<Type_lineContext>(_ctx, getState());
  enterRule(_localctx, 8, TicParser::RuleType_line);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(121);
    match(TicParser::KW_TYPE);
    setState(122);
    dynamic_cast<Type_lineContext *>(_localctx)->id = name();
    setState(123);
    match(TicParser::EQUALS);
    setState(124);
    dynamic_cast<Type_lineContext *>(_localctx)->of = domain();
    setState(128);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(125);
      dynamic_cast<Type_lineContext *>(_localctx)->markContext = mark();
      dynamic_cast<Type_lineContext *>(_localctx)->marks.push_back(dynamic_cast<Type_lineContext *>(_localctx)->markContext);
      setState(130);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(131);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Enum_blockContext ------------------------------------------------------------------

TicParser::Enum_blockContext::Enum_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Enum_blockContext::KW_ENUM() {
  return getToken(TicParser::KW_ENUM, 0);
}

tree::TerminalNode* TicParser::Enum_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Enum_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

TicParser::NameContext* TicParser::Enum_blockContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

std::vector<TicParser::Enum_valueContext *> TicParser::Enum_blockContext::enum_value() {
  return getRuleContexts<TicParser::Enum_valueContext>();
}

TicParser::Enum_valueContext* TicParser::Enum_blockContext::enum_value(size_t i) {
  return getRuleContext<TicParser::Enum_valueContext>(i);
}

std::vector<TicParser::Later_weightContext *> TicParser::Enum_blockContext::later_weight() {
  return getRuleContexts<TicParser::Later_weightContext>();
}

TicParser::Later_weightContext* TicParser::Enum_blockContext::later_weight(size_t i) {
  return getRuleContext<TicParser::Later_weightContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::Enum_blockContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::Enum_blockContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}

std::vector<tree::TerminalNode *> TicParser::Enum_blockContext::SEMICOLON() {
  return getTokens(TicParser::SEMICOLON);
}

tree::TerminalNode* TicParser::Enum_blockContext::SEMICOLON(size_t i) {
  return getToken(TicParser::SEMICOLON, i);
}


size_t TicParser::Enum_blockContext::getRuleIndex() const {
  return TicParser::RuleEnum_block;
}


TicParser::Enum_blockContext* TicParser::enum_block() {
  Enum_blockContext *_localctx = _tracker.createInstance<Enum_blockContext>(_ctx, getState());
  enterRule(_localctx, 10, TicParser::RuleEnum_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(133);
    match(TicParser::KW_ENUM);
    setState(134);
    dynamic_cast<Enum_blockContext *>(_localctx)->id = name();
    setState(135);
    match(TicParser::OPEN_BRACE);
    setState(142);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::SEMICOLON)
      | (1ULL << TicParser::COMMA)
      | (1ULL << TicParser::TILDE)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(140);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::T__0:
        case TicParser::T__1:
        case TicParser::T__2:
        case TicParser::T__3:
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT:
        case TicParser::KW_IMPORT:
        case TicParser::KW_CONST:
        case TicParser::KW_TYPE:
        case TicParser::KW_ENUM:
        case TicParser::KW_UNION:
        case TicParser::KW_STRUCT:
        case TicParser::KW_MEMORY:
        case TicParser::KW_SESSION:
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER:
        case TicParser::KW_START:
        case TicParser::KW_STATE:
        case TicParser::KW_ON:
        case TicParser::KW_PUSH:
        case TicParser::KW_IS:
        case TicParser::KW_LIST:
        case TicParser::KW_SEALED:
        case TicParser::KW_SINCE:
        case TicParser::KW_UNTIL:
        case TicParser::KW_OF:
        case TicParser::WORD: {
          setState(136);
          enum_value();
          break;
        }

        case TicParser::TILDE: {
          setState(137);
          later_weight();
          break;
        }

        case TicParser::COMMA: {
          setState(138);
          match(TicParser::COMMA);
          break;
        }

        case TicParser::SEMICOLON: {
          setState(139);
          match(TicParser::SEMICOLON);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(144);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(145);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Enum_valueContext ------------------------------------------------------------------

TicParser::Enum_valueContext::Enum_valueContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

TicParser::NameContext* TicParser::Enum_valueContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

tree::TerminalNode* TicParser::Enum_valueContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::Enum_valueContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::Enum_valueContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::Enum_valueContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

TicParser::WeightContext* TicParser::Enum_valueContext::weight() {
  return getRuleContext<TicParser::WeightContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::Enum_valueContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::Enum_valueContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}


size_t TicParser::Enum_valueContext::getRuleIndex() const {
  return TicParser::RuleEnum_value;
}


TicParser::Enum_valueContext* TicParser::enum_value() {
  Enum_valueContext *_localctx = _tracker.createInstance<Enum_valueContext>(_ctx, getState());
  enterRule(_localctx, 12, TicParser::RuleEnum_value);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(147);
    dynamic_cast<Enum_valueContext *>(_localctx)->id = name();
    setState(150);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 7, _ctx)) {
    case 1: {
      setState(148);
      match(TicParser::KW_SINCE);
      setState(149);
      dynamic_cast<Enum_valueContext *>(_localctx)->since = integer();
      break;
    }

    }
    setState(154);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 8, _ctx)) {
    case 1: {
      setState(152);
      match(TicParser::KW_UNTIL);
      setState(153);
      dynamic_cast<Enum_valueContext *>(_localctx)->until = integer();
      break;
    }

    }
    setState(157);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 9, _ctx)) {
    case 1: {
      setState(156);
      dynamic_cast<Enum_valueContext *>(_localctx)->first = weight();
      break;
    }

    }
    setState(162);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(159);
      dynamic_cast<Enum_valueContext *>(_localctx)->markContext = mark();
      dynamic_cast<Enum_valueContext *>(_localctx)->marks.push_back(dynamic_cast<Enum_valueContext *>(_localctx)->markContext);
      setState(164);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Union_blockContext ------------------------------------------------------------------

TicParser::Union_blockContext::Union_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Union_blockContext::KW_UNION() {
  return getToken(TicParser::KW_UNION, 0);
}

tree::TerminalNode* TicParser::Union_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Union_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

TicParser::NameContext* TicParser::Union_blockContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

std::vector<TicParser::ArmContext *> TicParser::Union_blockContext::arm() {
  return getRuleContexts<TicParser::ArmContext>();
}

TicParser::ArmContext* TicParser::Union_blockContext::arm(size_t i) {
  return getRuleContext<TicParser::ArmContext>(i);
}

std::vector<TicParser::Later_weightContext *> TicParser::Union_blockContext::later_weight() {
  return getRuleContexts<TicParser::Later_weightContext>();
}

TicParser::Later_weightContext* TicParser::Union_blockContext::later_weight(size_t i) {
  return getRuleContext<TicParser::Later_weightContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::Union_blockContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::Union_blockContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}

std::vector<tree::TerminalNode *> TicParser::Union_blockContext::SEMICOLON() {
  return getTokens(TicParser::SEMICOLON);
}

tree::TerminalNode* TicParser::Union_blockContext::SEMICOLON(size_t i) {
  return getToken(TicParser::SEMICOLON, i);
}


size_t TicParser::Union_blockContext::getRuleIndex() const {
  return TicParser::RuleUnion_block;
}


TicParser::Union_blockContext* TicParser::union_block() {
  Union_blockContext *_localctx = _tracker.createInstance<Union_blockContext>(_ctx, getState());
  enterRule(_localctx, 14, TicParser::RuleUnion_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(165);
    match(TicParser::KW_UNION);
    setState(166);
    dynamic_cast<Union_blockContext *>(_localctx)->id = name();
    setState(167);
    match(TicParser::OPEN_BRACE);
    setState(174);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::SEMICOLON)
      | (1ULL << TicParser::COMMA)
      | (1ULL << TicParser::TILDE)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(172);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::T__0:
        case TicParser::T__1:
        case TicParser::T__2:
        case TicParser::T__3:
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT:
        case TicParser::KW_IMPORT:
        case TicParser::KW_CONST:
        case TicParser::KW_TYPE:
        case TicParser::KW_ENUM:
        case TicParser::KW_UNION:
        case TicParser::KW_STRUCT:
        case TicParser::KW_MEMORY:
        case TicParser::KW_SESSION:
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER:
        case TicParser::KW_START:
        case TicParser::KW_STATE:
        case TicParser::KW_ON:
        case TicParser::KW_PUSH:
        case TicParser::KW_IS:
        case TicParser::KW_LIST:
        case TicParser::KW_SEALED:
        case TicParser::KW_SINCE:
        case TicParser::KW_UNTIL:
        case TicParser::KW_OF:
        case TicParser::WORD: {
          setState(168);
          arm();
          break;
        }

        case TicParser::TILDE: {
          setState(169);
          later_weight();
          break;
        }

        case TicParser::COMMA: {
          setState(170);
          match(TicParser::COMMA);
          break;
        }

        case TicParser::SEMICOLON: {
          setState(171);
          match(TicParser::SEMICOLON);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(176);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(177);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArmContext ------------------------------------------------------------------

TicParser::ArmContext::ArmContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::ArmContext::COLON() {
  return getToken(TicParser::COLON, 0);
}

TicParser::NameContext* TicParser::ArmContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

TicParser::DomainContext* TicParser::ArmContext::domain() {
  return getRuleContext<TicParser::DomainContext>(0);
}

tree::TerminalNode* TicParser::ArmContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::ArmContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::ArmContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::ArmContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

TicParser::WeightContext* TicParser::ArmContext::weight() {
  return getRuleContext<TicParser::WeightContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::ArmContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::ArmContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}


size_t TicParser::ArmContext::getRuleIndex() const {
  return TicParser::RuleArm;
}


TicParser::ArmContext* TicParser::arm() {
  ArmContext *_localctx = _tracker.createInstance<ArmContext>(_ctx, getState());
  enterRule(_localctx, 16, TicParser::RuleArm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(179);
    dynamic_cast<ArmContext *>(_localctx)->id = name();
    setState(180);
    match(TicParser::COLON);
    setState(181);
    dynamic_cast<ArmContext *>(_localctx)->of = domain();
    setState(184);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 13, _ctx)) {
    case 1: {
      setState(182);
      match(TicParser::KW_SINCE);
      setState(183);
      dynamic_cast<ArmContext *>(_localctx)->since = integer();
      break;
    }

    }
    setState(188);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 14, _ctx)) {
    case 1: {
      setState(186);
      match(TicParser::KW_UNTIL);
      setState(187);
      dynamic_cast<ArmContext *>(_localctx)->until = integer();
      break;
    }

    }
    setState(191);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 15, _ctx)) {
    case 1: {
      setState(190);
      dynamic_cast<ArmContext *>(_localctx)->first = weight();
      break;
    }

    }
    setState(196);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(193);
      dynamic_cast<ArmContext *>(_localctx)->markContext = mark();
      dynamic_cast<ArmContext *>(_localctx)->marks.push_back(dynamic_cast<ArmContext *>(_localctx)->markContext);
      setState(198);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- WeightContext ------------------------------------------------------------------

TicParser::WeightContext::WeightContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::WeightContext::TILDE() {
  return getToken(TicParser::TILDE, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::WeightContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::WeightContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

tree::TerminalNode* TicParser::WeightContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}


size_t TicParser::WeightContext::getRuleIndex() const {
  return TicParser::RuleWeight;
}


TicParser::WeightContext* TicParser::weight() {
  WeightContext *_localctx = _tracker.createInstance<WeightContext>(_ctx, getState());
  enterRule(_localctx, 18, TicParser::RuleWeight);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(199);
    match(TicParser::TILDE);
    setState(200);
    dynamic_cast<WeightContext *>(_localctx)->value = integer();
    setState(203);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 17, _ctx)) {
    case 1: {
      setState(201);
      match(TicParser::KW_SINCE);
      setState(202);
      dynamic_cast<WeightContext *>(_localctx)->since = integer();
      break;
    }

    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Later_weightContext ------------------------------------------------------------------

TicParser::Later_weightContext::Later_weightContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

TicParser::WeightContext* TicParser::Later_weightContext::weight() {
  return getRuleContext<TicParser::WeightContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::Later_weightContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::Later_weightContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}


size_t TicParser::Later_weightContext::getRuleIndex() const {
  return TicParser::RuleLater_weight;
}


TicParser::Later_weightContext* TicParser::later_weight() {
  Later_weightContext *_localctx = _tracker.createInstance<Later_weightContext>(_ctx, getState());
  enterRule(_localctx, 20, TicParser::RuleLater_weight);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(205);
    dynamic_cast<Later_weightContext *>(_localctx)->of = weight();
    setState(209);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(206);
      dynamic_cast<Later_weightContext *>(_localctx)->markContext = mark();
      dynamic_cast<Later_weightContext *>(_localctx)->marks.push_back(dynamic_cast<Later_weightContext *>(_localctx)->markContext);
      setState(211);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Struct_blockContext ------------------------------------------------------------------

TicParser::Struct_blockContext::Struct_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Struct_blockContext::KW_STRUCT() {
  return getToken(TicParser::KW_STRUCT, 0);
}

tree::TerminalNode* TicParser::Struct_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Struct_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

TicParser::NameContext* TicParser::Struct_blockContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

std::vector<TicParser::FieldContext *> TicParser::Struct_blockContext::field() {
  return getRuleContexts<TicParser::FieldContext>();
}

TicParser::FieldContext* TicParser::Struct_blockContext::field(size_t i) {
  return getRuleContext<TicParser::FieldContext>(i);
}


size_t TicParser::Struct_blockContext::getRuleIndex() const {
  return TicParser::RuleStruct_block;
}


TicParser::Struct_blockContext* TicParser::struct_block() {
  Struct_blockContext *_localctx = _tracker.createInstance<Struct_blockContext>(_ctx, getState());
  enterRule(_localctx, 22, TicParser::RuleStruct_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(212);
    match(TicParser::KW_STRUCT);
    setState(213);
    dynamic_cast<Struct_blockContext *>(_localctx)->id = name();
    setState(214);
    match(TicParser::OPEN_BRACE);
    setState(218);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(215);
      dynamic_cast<Struct_blockContext *>(_localctx)->fieldContext = field();
      dynamic_cast<Struct_blockContext *>(_localctx)->fields.push_back(dynamic_cast<Struct_blockContext *>(_localctx)->fieldContext);
      setState(220);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(221);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FieldContext ------------------------------------------------------------------

TicParser::FieldContext::FieldContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::FieldContext::COLON() {
  return getToken(TicParser::COLON, 0);
}

tree::TerminalNode* TicParser::FieldContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

TicParser::NameContext* TicParser::FieldContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

TicParser::DomainContext* TicParser::FieldContext::domain() {
  return getRuleContext<TicParser::DomainContext>(0);
}

tree::TerminalNode* TicParser::FieldContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::FieldContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::FieldContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::FieldContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

std::vector<TicParser::HintContext *> TicParser::FieldContext::hint() {
  return getRuleContexts<TicParser::HintContext>();
}

TicParser::HintContext* TicParser::FieldContext::hint(size_t i) {
  return getRuleContext<TicParser::HintContext>(i);
}

std::vector<TicParser::MarkContext *> TicParser::FieldContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::FieldContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::FieldContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::FieldContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}


size_t TicParser::FieldContext::getRuleIndex() const {
  return TicParser::RuleField;
}


TicParser::FieldContext* TicParser::field() {
  FieldContext *_localctx = _tracker.createInstance<FieldContext>(_ctx, getState());
  enterRule(_localctx, 24, TicParser::RuleField);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(223);
    dynamic_cast<FieldContext *>(_localctx)->id = name();
    setState(224);
    match(TicParser::COLON);
    setState(225);
    dynamic_cast<FieldContext *>(_localctx)->of = domain();
    setState(228);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::KW_SINCE) {
      setState(226);
      match(TicParser::KW_SINCE);
      setState(227);
      dynamic_cast<FieldContext *>(_localctx)->since = integer();
    }
    setState(232);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::KW_UNTIL) {
      setState(230);
      match(TicParser::KW_UNTIL);
      setState(231);
      dynamic_cast<FieldContext *>(_localctx)->until = integer();
    }
    setState(242);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::TILDE) {
      setState(234);
      dynamic_cast<FieldContext *>(_localctx)->hintContext = hint();
      dynamic_cast<FieldContext *>(_localctx)->hints.push_back(dynamic_cast<FieldContext *>(_localctx)->hintContext);
      setState(239);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == TicParser::COMMA) {
        setState(235);
        match(TicParser::COMMA);
        setState(236);
        dynamic_cast<FieldContext *>(_localctx)->hintContext = hint();
        dynamic_cast<FieldContext *>(_localctx)->hints.push_back(dynamic_cast<FieldContext *>(_localctx)->hintContext);
        setState(241);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(247);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(244);
      dynamic_cast<FieldContext *>(_localctx)->markContext = mark();
      dynamic_cast<FieldContext *>(_localctx)->marks.push_back(dynamic_cast<FieldContext *>(_localctx)->markContext);
      setState(249);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(250);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Memory_blockContext ------------------------------------------------------------------

TicParser::Memory_blockContext::Memory_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Memory_blockContext::KW_MEMORY() {
  return getToken(TicParser::KW_MEMORY, 0);
}

tree::TerminalNode* TicParser::Memory_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Memory_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

std::vector<TicParser::Memory_entryContext *> TicParser::Memory_blockContext::memory_entry() {
  return getRuleContexts<TicParser::Memory_entryContext>();
}

TicParser::Memory_entryContext* TicParser::Memory_blockContext::memory_entry(size_t i) {
  return getRuleContext<TicParser::Memory_entryContext>(i);
}


size_t TicParser::Memory_blockContext::getRuleIndex() const {
  return TicParser::RuleMemory_block;
}


TicParser::Memory_blockContext* TicParser::memory_block() {
  Memory_blockContext *_localctx = _tracker.createInstance<Memory_blockContext>(_ctx, getState());
  enterRule(_localctx, 26, TicParser::RuleMemory_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(252);
    match(TicParser::KW_MEMORY);
    setState(253);
    match(TicParser::OPEN_BRACE);
    setState(257);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(254);
      dynamic_cast<Memory_blockContext *>(_localctx)->memory_entryContext = memory_entry();
      dynamic_cast<Memory_blockContext *>(_localctx)->entries.push_back(dynamic_cast<Memory_blockContext *>(_localctx)->memory_entryContext);
      setState(259);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(260);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Memory_entryContext ------------------------------------------------------------------

TicParser::Memory_entryContext::Memory_entryContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Memory_entryContext::COLON() {
  return getToken(TicParser::COLON, 0);
}

TicParser::NameContext* TicParser::Memory_entryContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

std::vector<TicParser::DomainContext *> TicParser::Memory_entryContext::domain() {
  return getRuleContexts<TicParser::DomainContext>();
}

TicParser::DomainContext* TicParser::Memory_entryContext::domain(size_t i) {
  return getRuleContext<TicParser::DomainContext>(i);
}

tree::TerminalNode* TicParser::Memory_entryContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

tree::TerminalNode* TicParser::Memory_entryContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Memory_entryContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

tree::TerminalNode* TicParser::Memory_entryContext::KW_OF() {
  return getToken(TicParser::KW_OF, 0);
}

std::vector<TicParser::Memory_entryContext *> TicParser::Memory_entryContext::memory_entry() {
  return getRuleContexts<TicParser::Memory_entryContext>();
}

TicParser::Memory_entryContext* TicParser::Memory_entryContext::memory_entry(size_t i) {
  return getRuleContext<TicParser::Memory_entryContext>(i);
}


size_t TicParser::Memory_entryContext::getRuleIndex() const {
  return TicParser::RuleMemory_entry;
}


TicParser::Memory_entryContext* TicParser::memory_entry() {
  Memory_entryContext *_localctx = _tracker.createInstance<Memory_entryContext>(_ctx, getState());
  enterRule(_localctx, 28, TicParser::RuleMemory_entry);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(262);
    dynamic_cast<Memory_entryContext *>(_localctx)->id = name();
    setState(263);
    match(TicParser::COLON);
    setState(264);
    dynamic_cast<Memory_entryContext *>(_localctx)->of = domain();
    setState(267);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::KW_OF) {
      setState(265);
      match(TicParser::KW_OF);
      setState(266);
      dynamic_cast<Memory_entryContext *>(_localctx)->item = domain();
    }
    setState(278);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::SEMICOLON: {
        setState(269);
        match(TicParser::SEMICOLON);
        break;
      }

      case TicParser::OPEN_BRACE: {
        setState(270);
        match(TicParser::OPEN_BRACE);
        setState(274);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << TicParser::T__0)
          | (1ULL << TicParser::T__1)
          | (1ULL << TicParser::T__2)
          | (1ULL << TicParser::T__3)
          | (1ULL << TicParser::KW_PROTOCOL)
          | (1ULL << TicParser::KW_EDITION)
          | (1ULL << TicParser::KW_VERSION)
          | (1ULL << TicParser::KW_LIMIT)
          | (1ULL << TicParser::KW_TRANSPORT)
          | (1ULL << TicParser::KW_TEXT)
          | (1ULL << TicParser::KW_IMPORT)
          | (1ULL << TicParser::KW_CONST)
          | (1ULL << TicParser::KW_TYPE)
          | (1ULL << TicParser::KW_ENUM)
          | (1ULL << TicParser::KW_UNION)
          | (1ULL << TicParser::KW_STRUCT)
          | (1ULL << TicParser::KW_MEMORY)
          | (1ULL << TicParser::KW_SESSION)
          | (1ULL << TicParser::KW_CLIENT)
          | (1ULL << TicParser::KW_SERVER)
          | (1ULL << TicParser::KW_START)
          | (1ULL << TicParser::KW_STATE)
          | (1ULL << TicParser::KW_ON)
          | (1ULL << TicParser::KW_PUSH)
          | (1ULL << TicParser::KW_IS)
          | (1ULL << TicParser::KW_LIST)
          | (1ULL << TicParser::KW_SEALED)
          | (1ULL << TicParser::KW_SINCE)
          | (1ULL << TicParser::KW_UNTIL)
          | (1ULL << TicParser::KW_OF)
          | (1ULL << TicParser::WORD))) != 0)) {
          setState(271);
          dynamic_cast<Memory_entryContext *>(_localctx)->memory_entryContext = memory_entry();
          dynamic_cast<Memory_entryContext *>(_localctx)->entries.push_back(dynamic_cast<Memory_entryContext *>(_localctx)->memory_entryContext);
          setState(276);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(277);
        match(TicParser::CLOSE_BRACE);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Session_blockContext ------------------------------------------------------------------

TicParser::Session_blockContext::Session_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Session_blockContext::KW_SESSION() {
  return getToken(TicParser::KW_SESSION, 0);
}

tree::TerminalNode* TicParser::Session_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::Session_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

std::vector<TicParser::SideContext *> TicParser::Session_blockContext::side() {
  return getRuleContexts<TicParser::SideContext>();
}

TicParser::SideContext* TicParser::Session_blockContext::side(size_t i) {
  return getRuleContext<TicParser::SideContext>(i);
}

std::vector<TicParser::Start_lineContext *> TicParser::Session_blockContext::start_line() {
  return getRuleContexts<TicParser::Start_lineContext>();
}

TicParser::Start_lineContext* TicParser::Session_blockContext::start_line(size_t i) {
  return getRuleContext<TicParser::Start_lineContext>(i);
}

std::vector<TicParser::State_blockContext *> TicParser::Session_blockContext::state_block() {
  return getRuleContexts<TicParser::State_blockContext>();
}

TicParser::State_blockContext* TicParser::Session_blockContext::state_block(size_t i) {
  return getRuleContext<TicParser::State_blockContext>(i);
}


size_t TicParser::Session_blockContext::getRuleIndex() const {
  return TicParser::RuleSession_block;
}


TicParser::Session_blockContext* TicParser::session_block() {
  Session_blockContext *_localctx = _tracker.createInstance<Session_blockContext>(_ctx, getState());
  enterRule(_localctx, 30, TicParser::RuleSession_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(280);
    match(TicParser::KW_SESSION);
    setState(281);
    match(TicParser::OPEN_BRACE);
    setState(287);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE))) != 0)) {
      setState(285);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER: {
          setState(282);
          side();
          break;
        }

        case TicParser::KW_START: {
          setState(283);
          start_line();
          break;
        }

        case TicParser::KW_STATE: {
          setState(284);
          state_block();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(289);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(290);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SideContext ------------------------------------------------------------------

TicParser::SideContext::SideContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::SideContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::SideContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

tree::TerminalNode* TicParser::SideContext::KW_CLIENT() {
  return getToken(TicParser::KW_CLIENT, 0);
}

tree::TerminalNode* TicParser::SideContext::KW_SERVER() {
  return getToken(TicParser::KW_SERVER, 0);
}

std::vector<TicParser::SaysContext *> TicParser::SideContext::says() {
  return getRuleContexts<TicParser::SaysContext>();
}

TicParser::SaysContext* TicParser::SideContext::says(size_t i) {
  return getRuleContext<TicParser::SaysContext>(i);
}

std::vector<TicParser::Later_weightContext *> TicParser::SideContext::later_weight() {
  return getRuleContexts<TicParser::Later_weightContext>();
}

TicParser::Later_weightContext* TicParser::SideContext::later_weight(size_t i) {
  return getRuleContext<TicParser::Later_weightContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::SideContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::SideContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}

std::vector<tree::TerminalNode *> TicParser::SideContext::SEMICOLON() {
  return getTokens(TicParser::SEMICOLON);
}

tree::TerminalNode* TicParser::SideContext::SEMICOLON(size_t i) {
  return getToken(TicParser::SEMICOLON, i);
}


size_t TicParser::SideContext::getRuleIndex() const {
  return TicParser::RuleSide;
}


TicParser::SideContext* TicParser::side() {
  SideContext *_localctx = _tracker.createInstance<SideContext>(_ctx, getState());
  enterRule(_localctx, 32, TicParser::RuleSide);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(292);
    dynamic_cast<SideContext *>(_localctx)->key = _input->LT(1);
    _la = _input->LA(1);
    if (!(_la == TicParser::KW_CLIENT

    || _la == TicParser::KW_SERVER)) {
      dynamic_cast<SideContext *>(_localctx)->key = _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(293);
    match(TicParser::OPEN_BRACE);
    setState(300);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::SEMICOLON)
      | (1ULL << TicParser::COMMA)
      | (1ULL << TicParser::TILDE)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(298);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::T__0:
        case TicParser::T__1:
        case TicParser::T__2:
        case TicParser::T__3:
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT:
        case TicParser::KW_IMPORT:
        case TicParser::KW_CONST:
        case TicParser::KW_TYPE:
        case TicParser::KW_ENUM:
        case TicParser::KW_UNION:
        case TicParser::KW_STRUCT:
        case TicParser::KW_MEMORY:
        case TicParser::KW_SESSION:
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER:
        case TicParser::KW_START:
        case TicParser::KW_STATE:
        case TicParser::KW_ON:
        case TicParser::KW_PUSH:
        case TicParser::KW_IS:
        case TicParser::KW_LIST:
        case TicParser::KW_SEALED:
        case TicParser::KW_SINCE:
        case TicParser::KW_UNTIL:
        case TicParser::KW_OF:
        case TicParser::WORD: {
          setState(294);
          says();
          break;
        }

        case TicParser::TILDE: {
          setState(295);
          later_weight();
          break;
        }

        case TicParser::COMMA: {
          setState(296);
          match(TicParser::COMMA);
          break;
        }

        case TicParser::SEMICOLON: {
          setState(297);
          match(TicParser::SEMICOLON);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(302);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(303);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SaysContext ------------------------------------------------------------------

TicParser::SaysContext::SaysContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

TicParser::NameContext* TicParser::SaysContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

tree::TerminalNode* TicParser::SaysContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::SaysContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::SaysContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::SaysContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

TicParser::WeightContext* TicParser::SaysContext::weight() {
  return getRuleContext<TicParser::WeightContext>(0);
}


size_t TicParser::SaysContext::getRuleIndex() const {
  return TicParser::RuleSays;
}


TicParser::SaysContext* TicParser::says() {
  SaysContext *_localctx = _tracker.createInstance<SaysContext>(_ctx, getState());
  enterRule(_localctx, 34, TicParser::RuleSays);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(305);
    dynamic_cast<SaysContext *>(_localctx)->id = name();
    setState(308);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 33, _ctx)) {
    case 1: {
      setState(306);
      match(TicParser::KW_SINCE);
      setState(307);
      dynamic_cast<SaysContext *>(_localctx)->since = integer();
      break;
    }

    }
    setState(312);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 34, _ctx)) {
    case 1: {
      setState(310);
      match(TicParser::KW_UNTIL);
      setState(311);
      dynamic_cast<SaysContext *>(_localctx)->until = integer();
      break;
    }

    }
    setState(315);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 35, _ctx)) {
    case 1: {
      setState(314);
      dynamic_cast<SaysContext *>(_localctx)->first = weight();
      break;
    }

    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Start_lineContext ------------------------------------------------------------------

TicParser::Start_lineContext::Start_lineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Start_lineContext::KW_START() {
  return getToken(TicParser::KW_START, 0);
}

tree::TerminalNode* TicParser::Start_lineContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

TicParser::NameContext* TicParser::Start_lineContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}


size_t TicParser::Start_lineContext::getRuleIndex() const {
  return TicParser::RuleStart_line;
}


TicParser::Start_lineContext* TicParser::start_line() {
  Start_lineContext *_localctx = _tracker.createInstance<Start_lineContext>(_ctx, getState());
  enterRule(_localctx, 36, TicParser::RuleStart_line);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(317);
    match(TicParser::KW_START);
    setState(318);
    dynamic_cast<Start_lineContext *>(_localctx)->id = name();
    setState(319);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- State_blockContext ------------------------------------------------------------------

TicParser::State_blockContext::State_blockContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::State_blockContext::KW_STATE() {
  return getToken(TicParser::KW_STATE, 0);
}

tree::TerminalNode* TicParser::State_blockContext::OPEN_BRACE() {
  return getToken(TicParser::OPEN_BRACE, 0);
}

tree::TerminalNode* TicParser::State_blockContext::CLOSE_BRACE() {
  return getToken(TicParser::CLOSE_BRACE, 0);
}

std::vector<TicParser::NameContext *> TicParser::State_blockContext::name() {
  return getRuleContexts<TicParser::NameContext>();
}

TicParser::NameContext* TicParser::State_blockContext::name(size_t i) {
  return getRuleContext<TicParser::NameContext>(i);
}

std::vector<TicParser::Rule_lineContext *> TicParser::State_blockContext::rule_line() {
  return getRuleContexts<TicParser::Rule_lineContext>();
}

TicParser::Rule_lineContext* TicParser::State_blockContext::rule_line(size_t i) {
  return getRuleContext<TicParser::Rule_lineContext>(i);
}


size_t TicParser::State_blockContext::getRuleIndex() const {
  return TicParser::RuleState_block;
}


TicParser::State_blockContext* TicParser::state_block() {
  State_blockContext *_localctx = _tracker.createInstance<State_blockContext>(_ctx, getState());
  enterRule(_localctx, 38, TicParser::RuleState_block);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(321);
    match(TicParser::KW_STATE);
    setState(322);
    dynamic_cast<State_blockContext *>(_localctx)->id = name();
    setState(325);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::T__2) {
      setState(323);
      match(TicParser::T__2);
      setState(324);
      dynamic_cast<State_blockContext *>(_localctx)->outer = name();
    }
    setState(327);
    match(TicParser::OPEN_BRACE);
    setState(331);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::KW_ON

    || _la == TicParser::KW_PUSH) {
      setState(328);
      dynamic_cast<State_blockContext *>(_localctx)->rule_lineContext = rule_line();
      dynamic_cast<State_blockContext *>(_localctx)->rules.push_back(dynamic_cast<State_blockContext *>(_localctx)->rule_lineContext);
      setState(333);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(334);
    match(TicParser::CLOSE_BRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Rule_lineContext ------------------------------------------------------------------

TicParser::Rule_lineContext::Rule_lineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Rule_lineContext::SEMICOLON() {
  return getToken(TicParser::SEMICOLON, 0);
}

tree::TerminalNode* TicParser::Rule_lineContext::KW_ON() {
  return getToken(TicParser::KW_ON, 0);
}

tree::TerminalNode* TicParser::Rule_lineContext::KW_PUSH() {
  return getToken(TicParser::KW_PUSH, 0);
}

std::vector<TicParser::NameContext *> TicParser::Rule_lineContext::name() {
  return getRuleContexts<TicParser::NameContext>();
}

TicParser::NameContext* TicParser::Rule_lineContext::name(size_t i) {
  return getRuleContext<TicParser::NameContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::Rule_lineContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::Rule_lineContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}


size_t TicParser::Rule_lineContext::getRuleIndex() const {
  return TicParser::RuleRule_line;
}


TicParser::Rule_lineContext* TicParser::rule_line() {
  Rule_lineContext *_localctx = _tracker.createInstance<Rule_lineContext>(_ctx, getState());
  enterRule(_localctx, 40, TicParser::RuleRule_line);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(336);
    dynamic_cast<Rule_lineContext *>(_localctx)->key = _input->LT(1);
    _la = _input->LA(1);
    if (!(_la == TicParser::KW_ON

    || _la == TicParser::KW_PUSH)) {
      dynamic_cast<Rule_lineContext *>(_localctx)->key = _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(341);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::COMMA)
      | (1ULL << TicParser::WORD))) != 0)) {
      setState(339);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::T__0:
        case TicParser::T__1:
        case TicParser::T__2:
        case TicParser::T__3:
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT:
        case TicParser::KW_IMPORT:
        case TicParser::KW_CONST:
        case TicParser::KW_TYPE:
        case TicParser::KW_ENUM:
        case TicParser::KW_UNION:
        case TicParser::KW_STRUCT:
        case TicParser::KW_MEMORY:
        case TicParser::KW_SESSION:
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER:
        case TicParser::KW_START:
        case TicParser::KW_STATE:
        case TicParser::KW_ON:
        case TicParser::KW_PUSH:
        case TicParser::KW_IS:
        case TicParser::KW_LIST:
        case TicParser::KW_SEALED:
        case TicParser::KW_SINCE:
        case TicParser::KW_UNTIL:
        case TicParser::KW_OF:
        case TicParser::WORD: {
          setState(337);
          name();
          break;
        }

        case TicParser::COMMA: {
          setState(338);
          match(TicParser::COMMA);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(343);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(344);
    match(TicParser::SEMICOLON);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DomainContext ------------------------------------------------------------------

TicParser::DomainContext::DomainContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::DomainContext::KW_LIST() {
  return getToken(TicParser::KW_LIST, 0);
}

tree::TerminalNode* TicParser::DomainContext::OPEN_PAREN() {
  return getToken(TicParser::OPEN_PAREN, 0);
}

tree::TerminalNode* TicParser::DomainContext::CLOSE_PAREN() {
  return getToken(TicParser::CLOSE_PAREN, 0);
}

TicParser::DomainContext* TicParser::DomainContext::domain() {
  return getRuleContext<TicParser::DomainContext>(0);
}

std::vector<tree::TerminalNode *> TicParser::DomainContext::COMMA() {
  return getTokens(TicParser::COMMA);
}

tree::TerminalNode* TicParser::DomainContext::COMMA(size_t i) {
  return getToken(TicParser::COMMA, i);
}

TicParser::HintContext* TicParser::DomainContext::hint() {
  return getRuleContext<TicParser::HintContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::DomainContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::DomainContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}

std::vector<tree::TerminalNode *> TicParser::DomainContext::QUESTION() {
  return getTokens(TicParser::QUESTION);
}

tree::TerminalNode* TicParser::DomainContext::QUESTION(size_t i) {
  return getToken(TicParser::QUESTION, i);
}

std::vector<TicParser::Later_hintContext *> TicParser::DomainContext::later_hint() {
  return getRuleContexts<TicParser::Later_hintContext>();
}

TicParser::Later_hintContext* TicParser::DomainContext::later_hint(size_t i) {
  return getRuleContext<TicParser::Later_hintContext>(i);
}

std::vector<TicParser::BoundsContext *> TicParser::DomainContext::bounds() {
  return getRuleContexts<TicParser::BoundsContext>();
}

TicParser::BoundsContext* TicParser::DomainContext::bounds(size_t i) {
  return getRuleContext<TicParser::BoundsContext>(i);
}

tree::TerminalNode* TicParser::DomainContext::KW_SEALED() {
  return getToken(TicParser::KW_SEALED, 0);
}

TicParser::NameContext* TicParser::DomainContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}

TicParser::Type_nameContext* TicParser::DomainContext::type_name() {
  return getRuleContext<TicParser::Type_nameContext>(0);
}


size_t TicParser::DomainContext::getRuleIndex() const {
  return TicParser::RuleDomain;
}


TicParser::DomainContext* TicParser::domain() {
  DomainContext *_localctx = _tracker.createInstance<DomainContext>(_ctx, getState());
  enterRule(_localctx, 42, TicParser::RuleDomain);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(400);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::KW_LIST: {
        enterOuterAlt(_localctx, 1);
        setState(346);
        match(TicParser::KW_LIST);
        setState(347);
        match(TicParser::OPEN_PAREN);
        setState(348);
        dynamic_cast<DomainContext *>(_localctx)->of = domain();
        setState(350);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == TicParser::TILDE) {
          setState(349);
          dynamic_cast<DomainContext *>(_localctx)->first = hint();
        }
        setState(355);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == TicParser::AT) {
          setState(352);
          dynamic_cast<DomainContext *>(_localctx)->markContext = mark();
          dynamic_cast<DomainContext *>(_localctx)->marks.push_back(dynamic_cast<DomainContext *>(_localctx)->markContext);
          setState(357);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(365);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == TicParser::COMMA) {
          setState(358);
          match(TicParser::COMMA);
          setState(361);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case TicParser::TILDE: {
              setState(359);
              later_hint();
              break;
            }

            case TicParser::T__0:
            case TicParser::T__1:
            case TicParser::T__2:
            case TicParser::T__3:
            case TicParser::KW_PROTOCOL:
            case TicParser::KW_EDITION:
            case TicParser::KW_VERSION:
            case TicParser::KW_LIMIT:
            case TicParser::KW_TRANSPORT:
            case TicParser::KW_TEXT:
            case TicParser::KW_IMPORT:
            case TicParser::KW_CONST:
            case TicParser::KW_TYPE:
            case TicParser::KW_ENUM:
            case TicParser::KW_UNION:
            case TicParser::KW_STRUCT:
            case TicParser::KW_MEMORY:
            case TicParser::KW_SESSION:
            case TicParser::KW_CLIENT:
            case TicParser::KW_SERVER:
            case TicParser::KW_START:
            case TicParser::KW_STATE:
            case TicParser::KW_ON:
            case TicParser::KW_PUSH:
            case TicParser::KW_IS:
            case TicParser::KW_LIST:
            case TicParser::KW_SEALED:
            case TicParser::KW_SINCE:
            case TicParser::KW_UNTIL:
            case TicParser::KW_OF:
            case TicParser::MINUS:
            case TicParser::WORD:
            case TicParser::NUMBER: {
              setState(360);
              bounds();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(367);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(368);
        match(TicParser::CLOSE_PAREN);
        setState(372);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == TicParser::QUESTION) {
          setState(369);
          dynamic_cast<DomainContext *>(_localctx)->s41 = match(TicParser::QUESTION);
          dynamic_cast<DomainContext *>(_localctx)->optional.push_back(dynamic_cast<DomainContext *>(_localctx)->s41);
          setState(374);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case TicParser::KW_SEALED: {
        enterOuterAlt(_localctx, 2);
        setState(375);
        match(TicParser::KW_SEALED);
        setState(376);
        match(TicParser::OPEN_PAREN);
        setState(377);
        dynamic_cast<DomainContext *>(_localctx)->content = name();
        setState(378);
        match(TicParser::COMMA);
        setState(379);
        dynamic_cast<DomainContext *>(_localctx)->range = bounds();
        setState(380);
        match(TicParser::CLOSE_PAREN);
        setState(384);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == TicParser::QUESTION) {
          setState(381);
          dynamic_cast<DomainContext *>(_localctx)->s41 = match(TicParser::QUESTION);
          dynamic_cast<DomainContext *>(_localctx)->optional.push_back(dynamic_cast<DomainContext *>(_localctx)->s41);
          setState(386);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case TicParser::T__0:
      case TicParser::T__1:
      case TicParser::T__2:
      case TicParser::T__3:
      case TicParser::KW_PROTOCOL:
      case TicParser::KW_EDITION:
      case TicParser::KW_VERSION:
      case TicParser::KW_LIMIT:
      case TicParser::KW_TRANSPORT:
      case TicParser::KW_TEXT:
      case TicParser::KW_IMPORT:
      case TicParser::KW_CONST:
      case TicParser::KW_TYPE:
      case TicParser::KW_ENUM:
      case TicParser::KW_UNION:
      case TicParser::KW_STRUCT:
      case TicParser::KW_MEMORY:
      case TicParser::KW_SESSION:
      case TicParser::KW_CLIENT:
      case TicParser::KW_SERVER:
      case TicParser::KW_START:
      case TicParser::KW_STATE:
      case TicParser::KW_ON:
      case TicParser::KW_PUSH:
      case TicParser::KW_IS:
      case TicParser::KW_SINCE:
      case TicParser::KW_UNTIL:
      case TicParser::KW_OF:
      case TicParser::WORD: {
        enterOuterAlt(_localctx, 3);
        setState(387);
        dynamic_cast<DomainContext *>(_localctx)->id = type_name();
        setState(392);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == TicParser::OPEN_PAREN) {
          setState(388);
          match(TicParser::OPEN_PAREN);
          setState(389);
          dynamic_cast<DomainContext *>(_localctx)->range = bounds();
          setState(390);
          match(TicParser::CLOSE_PAREN);
        }
        setState(397);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == TicParser::QUESTION) {
          setState(394);
          dynamic_cast<DomainContext *>(_localctx)->s41 = match(TicParser::QUESTION);
          dynamic_cast<DomainContext *>(_localctx)->optional.push_back(dynamic_cast<DomainContext *>(_localctx)->s41);
          setState(399);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BoundsContext ------------------------------------------------------------------

TicParser::BoundsContext::BoundsContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<TicParser::IntegerContext *> TicParser::BoundsContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::BoundsContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

tree::TerminalNode* TicParser::BoundsContext::DOTS() {
  return getToken(TicParser::DOTS, 0);
}


size_t TicParser::BoundsContext::getRuleIndex() const {
  return TicParser::RuleBounds;
}


TicParser::BoundsContext* TicParser::bounds() {
  BoundsContext *_localctx = _tracker.createInstance<BoundsContext>(_ctx, getState());
  enterRule(_localctx, 44, TicParser::RuleBounds);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(402);
    dynamic_cast<BoundsContext *>(_localctx)->low = integer();
    setState(405);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::DOTS) {
      setState(403);
      match(TicParser::DOTS);
      setState(404);
      dynamic_cast<BoundsContext *>(_localctx)->high = integer();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HintContext ------------------------------------------------------------------

TicParser::HintContext::HintContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> TicParser::HintContext::TILDE() {
  return getTokens(TicParser::TILDE);
}

tree::TerminalNode* TicParser::HintContext::TILDE(size_t i) {
  return getToken(TicParser::TILDE, i);
}

tree::TerminalNode* TicParser::HintContext::KW_IS() {
  return getToken(TicParser::KW_IS, 0);
}

TicParser::LiteralContext* TicParser::HintContext::literal() {
  return getRuleContext<TicParser::LiteralContext>(0);
}

TicParser::ConstantContext* TicParser::HintContext::constant() {
  return getRuleContext<TicParser::ConstantContext>(0);
}

TicParser::Hint_nameContext* TicParser::HintContext::hint_name() {
  return getRuleContext<TicParser::Hint_nameContext>(0);
}

tree::TerminalNode* TicParser::HintContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

std::vector<TicParser::IntegerContext *> TicParser::HintContext::integer() {
  return getRuleContexts<TicParser::IntegerContext>();
}

TicParser::IntegerContext* TicParser::HintContext::integer(size_t i) {
  return getRuleContext<TicParser::IntegerContext>(i);
}

tree::TerminalNode* TicParser::HintContext::DOT() {
  return getToken(TicParser::DOT, 0);
}

tree::TerminalNode* TicParser::HintContext::OPEN_PAREN() {
  return getToken(TicParser::OPEN_PAREN, 0);
}

tree::TerminalNode* TicParser::HintContext::CLOSE_PAREN() {
  return getToken(TicParser::CLOSE_PAREN, 0);
}

tree::TerminalNode* TicParser::HintContext::PLUS() {
  return getToken(TicParser::PLUS, 0);
}

tree::TerminalNode* TicParser::HintContext::MINUS() {
  return getToken(TicParser::MINUS, 0);
}

TicParser::NameContext* TicParser::HintContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}


size_t TicParser::HintContext::getRuleIndex() const {
  return TicParser::RuleHint;
}


TicParser::HintContext* TicParser::hint() {
  HintContext *_localctx = _tracker.createInstance<HintContext>(_ctx, getState());
  enterRule(_localctx, 46, TicParser::RuleHint);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(407);
    match(TicParser::TILDE);
    setState(420);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::MINUS:
      case TicParser::NUMBER: {
        setState(408);
        dynamic_cast<HintContext *>(_localctx)->value = literal();
        break;
      }

      case TicParser::KW_IS: {
        setState(409);
        match(TicParser::KW_IS);
        setState(410);
        dynamic_cast<HintContext *>(_localctx)->is = constant();
        break;
      }

      case TicParser::T__0:
      case TicParser::T__1:
      case TicParser::T__2:
      case TicParser::T__3:
      case TicParser::KW_PROTOCOL:
      case TicParser::KW_EDITION:
      case TicParser::KW_VERSION:
      case TicParser::KW_LIMIT:
      case TicParser::KW_TRANSPORT:
      case TicParser::KW_TEXT:
      case TicParser::KW_IMPORT:
      case TicParser::KW_CONST:
      case TicParser::KW_TYPE:
      case TicParser::KW_ENUM:
      case TicParser::KW_UNION:
      case TicParser::KW_STRUCT:
      case TicParser::KW_MEMORY:
      case TicParser::KW_SESSION:
      case TicParser::KW_CLIENT:
      case TicParser::KW_SERVER:
      case TicParser::KW_START:
      case TicParser::KW_STATE:
      case TicParser::KW_ON:
      case TicParser::KW_PUSH:
      case TicParser::KW_LIST:
      case TicParser::KW_SEALED:
      case TicParser::KW_SINCE:
      case TicParser::KW_UNTIL:
      case TicParser::KW_OF:
      case TicParser::WORD: {
        setState(411);
        dynamic_cast<HintContext *>(_localctx)->id = hint_name();
        setState(418);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case TicParser::DOT: {
            setState(412);
            match(TicParser::DOT);
            setState(413);
            dynamic_cast<HintContext *>(_localctx)->second = name();
            break;
          }

          case TicParser::OPEN_PAREN: {
            setState(414);
            match(TicParser::OPEN_PAREN);
            setState(415);
            dynamic_cast<HintContext *>(_localctx)->count = integer();
            setState(416);
            match(TicParser::CLOSE_PAREN);
            break;
          }

          case TicParser::T__3:
          case TicParser::KW_SINCE:
          case TicParser::SEMICOLON:
          case TicParser::COMMA:
          case TicParser::CLOSE_PAREN:
          case TicParser::TILDE:
          case TicParser::AT:
          case TicParser::MINUS:
          case TicParser::PLUS: {
            break;
          }

        default:
          break;
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(424);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::MINUS

    || _la == TicParser::PLUS) {
      setState(422);
      dynamic_cast<HintContext *>(_localctx)->sign = _input->LT(1);
      _la = _input->LA(1);
      if (!(_la == TicParser::MINUS

      || _la == TicParser::PLUS)) {
        dynamic_cast<HintContext *>(_localctx)->sign = _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(423);
      dynamic_cast<HintContext *>(_localctx)->delta = integer();
    }
    setState(428);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::T__3) {
      setState(426);
      match(TicParser::T__3);
      setState(427);
      dynamic_cast<HintContext *>(_localctx)->within = integer();
    }
    setState(432);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::TILDE) {
      setState(430);
      match(TicParser::TILDE);
      setState(431);
      dynamic_cast<HintContext *>(_localctx)->magnitude = integer();
    }
    setState(436);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::KW_SINCE) {
      setState(434);
      match(TicParser::KW_SINCE);
      setState(435);
      dynamic_cast<HintContext *>(_localctx)->since = integer();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Later_hintContext ------------------------------------------------------------------

TicParser::Later_hintContext::Later_hintContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

TicParser::HintContext* TicParser::Later_hintContext::hint() {
  return getRuleContext<TicParser::HintContext>(0);
}

std::vector<TicParser::MarkContext *> TicParser::Later_hintContext::mark() {
  return getRuleContexts<TicParser::MarkContext>();
}

TicParser::MarkContext* TicParser::Later_hintContext::mark(size_t i) {
  return getRuleContext<TicParser::MarkContext>(i);
}


size_t TicParser::Later_hintContext::getRuleIndex() const {
  return TicParser::RuleLater_hint;
}


TicParser::Later_hintContext* TicParser::later_hint() {
  Later_hintContext *_localctx = _tracker.createInstance<Later_hintContext>(_ctx, getState());
  enterRule(_localctx, 48, TicParser::RuleLater_hint);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(438);
    dynamic_cast<Later_hintContext *>(_localctx)->of = hint();
    setState(442);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == TicParser::AT) {
      setState(439);
      dynamic_cast<Later_hintContext *>(_localctx)->markContext = mark();
      dynamic_cast<Later_hintContext *>(_localctx)->marks.push_back(dynamic_cast<Later_hintContext *>(_localctx)->markContext);
      setState(444);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ConstantContext ------------------------------------------------------------------

TicParser::ConstantContext::ConstantContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

TicParser::LiteralContext* TicParser::ConstantContext::literal() {
  return getRuleContext<TicParser::LiteralContext>(0);
}

tree::TerminalNode* TicParser::ConstantContext::STRING() {
  return getToken(TicParser::STRING, 0);
}

TicParser::NameContext* TicParser::ConstantContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}


size_t TicParser::ConstantContext::getRuleIndex() const {
  return TicParser::RuleConstant;
}


TicParser::ConstantContext* TicParser::constant() {
  ConstantContext *_localctx = _tracker.createInstance<ConstantContext>(_ctx, getState());
  enterRule(_localctx, 50, TicParser::RuleConstant);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(448);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::MINUS:
      case TicParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(445);
        dynamic_cast<ConstantContext *>(_localctx)->number = literal();
        break;
      }

      case TicParser::STRING: {
        enterOuterAlt(_localctx, 2);
        setState(446);
        dynamic_cast<ConstantContext *>(_localctx)->text = match(TicParser::STRING);
        break;
      }

      case TicParser::T__0:
      case TicParser::T__1:
      case TicParser::T__2:
      case TicParser::T__3:
      case TicParser::KW_PROTOCOL:
      case TicParser::KW_EDITION:
      case TicParser::KW_VERSION:
      case TicParser::KW_LIMIT:
      case TicParser::KW_TRANSPORT:
      case TicParser::KW_TEXT:
      case TicParser::KW_IMPORT:
      case TicParser::KW_CONST:
      case TicParser::KW_TYPE:
      case TicParser::KW_ENUM:
      case TicParser::KW_UNION:
      case TicParser::KW_STRUCT:
      case TicParser::KW_MEMORY:
      case TicParser::KW_SESSION:
      case TicParser::KW_CLIENT:
      case TicParser::KW_SERVER:
      case TicParser::KW_START:
      case TicParser::KW_STATE:
      case TicParser::KW_ON:
      case TicParser::KW_PUSH:
      case TicParser::KW_IS:
      case TicParser::KW_LIST:
      case TicParser::KW_SEALED:
      case TicParser::KW_SINCE:
      case TicParser::KW_UNTIL:
      case TicParser::KW_OF:
      case TicParser::WORD: {
        enterOuterAlt(_localctx, 3);
        setState(447);
        dynamic_cast<ConstantContext *>(_localctx)->id = name();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- MarkContext ------------------------------------------------------------------

TicParser::MarkContext::MarkContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::MarkContext::AT() {
  return getToken(TicParser::AT, 0);
}

std::vector<TicParser::NameContext *> TicParser::MarkContext::name() {
  return getRuleContexts<TicParser::NameContext>();
}

TicParser::NameContext* TicParser::MarkContext::name(size_t i) {
  return getRuleContext<TicParser::NameContext>(i);
}

tree::TerminalNode* TicParser::MarkContext::OPEN_PAREN() {
  return getToken(TicParser::OPEN_PAREN, 0);
}

tree::TerminalNode* TicParser::MarkContext::CLOSE_PAREN() {
  return getToken(TicParser::CLOSE_PAREN, 0);
}

tree::TerminalNode* TicParser::MarkContext::STRING() {
  return getToken(TicParser::STRING, 0);
}

tree::TerminalNode* TicParser::MarkContext::DOT() {
  return getToken(TicParser::DOT, 0);
}


size_t TicParser::MarkContext::getRuleIndex() const {
  return TicParser::RuleMark;
}


TicParser::MarkContext* TicParser::mark() {
  MarkContext *_localctx = _tracker.createInstance<MarkContext>(_ctx, getState());
  enterRule(_localctx, 52, TicParser::RuleMark);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(450);
    match(TicParser::AT);
    setState(451);
    dynamic_cast<MarkContext *>(_localctx)->id = name();
    setState(462);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::OPEN_PAREN) {
      setState(452);
      match(TicParser::OPEN_PAREN);
      setState(459);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case TicParser::STRING: {
          setState(453);
          dynamic_cast<MarkContext *>(_localctx)->text = match(TicParser::STRING);
          break;
        }

        case TicParser::T__0:
        case TicParser::T__1:
        case TicParser::T__2:
        case TicParser::T__3:
        case TicParser::KW_PROTOCOL:
        case TicParser::KW_EDITION:
        case TicParser::KW_VERSION:
        case TicParser::KW_LIMIT:
        case TicParser::KW_TRANSPORT:
        case TicParser::KW_TEXT:
        case TicParser::KW_IMPORT:
        case TicParser::KW_CONST:
        case TicParser::KW_TYPE:
        case TicParser::KW_ENUM:
        case TicParser::KW_UNION:
        case TicParser::KW_STRUCT:
        case TicParser::KW_MEMORY:
        case TicParser::KW_SESSION:
        case TicParser::KW_CLIENT:
        case TicParser::KW_SERVER:
        case TicParser::KW_START:
        case TicParser::KW_STATE:
        case TicParser::KW_ON:
        case TicParser::KW_PUSH:
        case TicParser::KW_IS:
        case TicParser::KW_LIST:
        case TicParser::KW_SEALED:
        case TicParser::KW_SINCE:
        case TicParser::KW_UNTIL:
        case TicParser::KW_OF:
        case TicParser::WORD: {
          setState(454);
          dynamic_cast<MarkContext *>(_localctx)->first = name();
          setState(457);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == TicParser::DOT) {
            setState(455);
            match(TicParser::DOT);
            setState(456);
            dynamic_cast<MarkContext *>(_localctx)->second = name();
          }
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(461);
      match(TicParser::CLOSE_PAREN);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- IntegerContext ------------------------------------------------------------------

TicParser::IntegerContext::IntegerContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::IntegerContext::NUMBER() {
  return getToken(TicParser::NUMBER, 0);
}

tree::TerminalNode* TicParser::IntegerContext::MINUS() {
  return getToken(TicParser::MINUS, 0);
}

TicParser::NameContext* TicParser::IntegerContext::name() {
  return getRuleContext<TicParser::NameContext>(0);
}


size_t TicParser::IntegerContext::getRuleIndex() const {
  return TicParser::RuleInteger;
}


TicParser::IntegerContext* TicParser::integer() {
  IntegerContext *_localctx = _tracker.createInstance<IntegerContext>(_ctx, getState());
  enterRule(_localctx, 54, TicParser::RuleInteger);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(469);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case TicParser::MINUS:
      case TicParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(465);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == TicParser::MINUS) {
          setState(464);
          dynamic_cast<IntegerContext *>(_localctx)->minus = match(TicParser::MINUS);
        }
        setState(467);
        dynamic_cast<IntegerContext *>(_localctx)->digits = match(TicParser::NUMBER);
        break;
      }

      case TicParser::T__0:
      case TicParser::T__1:
      case TicParser::T__2:
      case TicParser::T__3:
      case TicParser::KW_PROTOCOL:
      case TicParser::KW_EDITION:
      case TicParser::KW_VERSION:
      case TicParser::KW_LIMIT:
      case TicParser::KW_TRANSPORT:
      case TicParser::KW_TEXT:
      case TicParser::KW_IMPORT:
      case TicParser::KW_CONST:
      case TicParser::KW_TYPE:
      case TicParser::KW_ENUM:
      case TicParser::KW_UNION:
      case TicParser::KW_STRUCT:
      case TicParser::KW_MEMORY:
      case TicParser::KW_SESSION:
      case TicParser::KW_CLIENT:
      case TicParser::KW_SERVER:
      case TicParser::KW_START:
      case TicParser::KW_STATE:
      case TicParser::KW_ON:
      case TicParser::KW_PUSH:
      case TicParser::KW_IS:
      case TicParser::KW_LIST:
      case TicParser::KW_SEALED:
      case TicParser::KW_SINCE:
      case TicParser::KW_UNTIL:
      case TicParser::KW_OF:
      case TicParser::WORD: {
        enterOuterAlt(_localctx, 2);
        setState(468);
        dynamic_cast<IntegerContext *>(_localctx)->id = name();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LiteralContext ------------------------------------------------------------------

TicParser::LiteralContext::LiteralContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::LiteralContext::NUMBER() {
  return getToken(TicParser::NUMBER, 0);
}

tree::TerminalNode* TicParser::LiteralContext::MINUS() {
  return getToken(TicParser::MINUS, 0);
}


size_t TicParser::LiteralContext::getRuleIndex() const {
  return TicParser::RuleLiteral;
}


TicParser::LiteralContext* TicParser::literal() {
  LiteralContext *_localctx = _tracker.createInstance<LiteralContext>(_ctx, getState());
  enterRule(_localctx, 56, TicParser::RuleLiteral);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(472);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == TicParser::MINUS) {
      setState(471);
      dynamic_cast<LiteralContext *>(_localctx)->minus = match(TicParser::MINUS);
    }
    setState(474);
    dynamic_cast<LiteralContext *>(_localctx)->digits = match(TicParser::NUMBER);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- NameContext ------------------------------------------------------------------

TicParser::NameContext::NameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::NameContext::WORD() {
  return getToken(TicParser::WORD, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_PROTOCOL() {
  return getToken(TicParser::KW_PROTOCOL, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_EDITION() {
  return getToken(TicParser::KW_EDITION, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_VERSION() {
  return getToken(TicParser::KW_VERSION, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_LIMIT() {
  return getToken(TicParser::KW_LIMIT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_TRANSPORT() {
  return getToken(TicParser::KW_TRANSPORT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_TEXT() {
  return getToken(TicParser::KW_TEXT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_IMPORT() {
  return getToken(TicParser::KW_IMPORT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_CONST() {
  return getToken(TicParser::KW_CONST, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_TYPE() {
  return getToken(TicParser::KW_TYPE, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_ENUM() {
  return getToken(TicParser::KW_ENUM, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_UNION() {
  return getToken(TicParser::KW_UNION, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_STRUCT() {
  return getToken(TicParser::KW_STRUCT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_MEMORY() {
  return getToken(TicParser::KW_MEMORY, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_SESSION() {
  return getToken(TicParser::KW_SESSION, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_CLIENT() {
  return getToken(TicParser::KW_CLIENT, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_SERVER() {
  return getToken(TicParser::KW_SERVER, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_START() {
  return getToken(TicParser::KW_START, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_STATE() {
  return getToken(TicParser::KW_STATE, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_ON() {
  return getToken(TicParser::KW_ON, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_PUSH() {
  return getToken(TicParser::KW_PUSH, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_OF() {
  return getToken(TicParser::KW_OF, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_IS() {
  return getToken(TicParser::KW_IS, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_LIST() {
  return getToken(TicParser::KW_LIST, 0);
}

tree::TerminalNode* TicParser::NameContext::KW_SEALED() {
  return getToken(TicParser::KW_SEALED, 0);
}


size_t TicParser::NameContext::getRuleIndex() const {
  return TicParser::RuleName;
}


TicParser::NameContext* TicParser::name() {
  NameContext *_localctx = _tracker.createInstance<NameContext>(_ctx, getState());
  enterRule(_localctx, 58, TicParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(476);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::WORD))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Type_nameContext ------------------------------------------------------------------

TicParser::Type_nameContext::Type_nameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Type_nameContext::WORD() {
  return getToken(TicParser::WORD, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_PROTOCOL() {
  return getToken(TicParser::KW_PROTOCOL, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_EDITION() {
  return getToken(TicParser::KW_EDITION, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_VERSION() {
  return getToken(TicParser::KW_VERSION, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_LIMIT() {
  return getToken(TicParser::KW_LIMIT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_TRANSPORT() {
  return getToken(TicParser::KW_TRANSPORT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_TEXT() {
  return getToken(TicParser::KW_TEXT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_IMPORT() {
  return getToken(TicParser::KW_IMPORT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_CONST() {
  return getToken(TicParser::KW_CONST, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_TYPE() {
  return getToken(TicParser::KW_TYPE, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_ENUM() {
  return getToken(TicParser::KW_ENUM, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_UNION() {
  return getToken(TicParser::KW_UNION, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_STRUCT() {
  return getToken(TicParser::KW_STRUCT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_MEMORY() {
  return getToken(TicParser::KW_MEMORY, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_SESSION() {
  return getToken(TicParser::KW_SESSION, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_CLIENT() {
  return getToken(TicParser::KW_CLIENT, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_SERVER() {
  return getToken(TicParser::KW_SERVER, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_START() {
  return getToken(TicParser::KW_START, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_STATE() {
  return getToken(TicParser::KW_STATE, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_ON() {
  return getToken(TicParser::KW_ON, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_PUSH() {
  return getToken(TicParser::KW_PUSH, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_OF() {
  return getToken(TicParser::KW_OF, 0);
}

tree::TerminalNode* TicParser::Type_nameContext::KW_IS() {
  return getToken(TicParser::KW_IS, 0);
}


size_t TicParser::Type_nameContext::getRuleIndex() const {
  return TicParser::RuleType_name;
}


TicParser::Type_nameContext* TicParser::type_name() {
  Type_nameContext *_localctx = _tracker.createInstance<Type_nameContext>(_ctx, getState());
  enterRule(_localctx, 60, TicParser::RuleType_name);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(478);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_IS)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::WORD))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Hint_nameContext ------------------------------------------------------------------

TicParser::Hint_nameContext::Hint_nameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* TicParser::Hint_nameContext::WORD() {
  return getToken(TicParser::WORD, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_PROTOCOL() {
  return getToken(TicParser::KW_PROTOCOL, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_EDITION() {
  return getToken(TicParser::KW_EDITION, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_VERSION() {
  return getToken(TicParser::KW_VERSION, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_LIMIT() {
  return getToken(TicParser::KW_LIMIT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_TRANSPORT() {
  return getToken(TicParser::KW_TRANSPORT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_TEXT() {
  return getToken(TicParser::KW_TEXT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_IMPORT() {
  return getToken(TicParser::KW_IMPORT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_CONST() {
  return getToken(TicParser::KW_CONST, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_TYPE() {
  return getToken(TicParser::KW_TYPE, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_ENUM() {
  return getToken(TicParser::KW_ENUM, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_UNION() {
  return getToken(TicParser::KW_UNION, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_STRUCT() {
  return getToken(TicParser::KW_STRUCT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_MEMORY() {
  return getToken(TicParser::KW_MEMORY, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_SESSION() {
  return getToken(TicParser::KW_SESSION, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_CLIENT() {
  return getToken(TicParser::KW_CLIENT, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_SERVER() {
  return getToken(TicParser::KW_SERVER, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_START() {
  return getToken(TicParser::KW_START, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_STATE() {
  return getToken(TicParser::KW_STATE, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_ON() {
  return getToken(TicParser::KW_ON, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_PUSH() {
  return getToken(TicParser::KW_PUSH, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_SINCE() {
  return getToken(TicParser::KW_SINCE, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_UNTIL() {
  return getToken(TicParser::KW_UNTIL, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_OF() {
  return getToken(TicParser::KW_OF, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_LIST() {
  return getToken(TicParser::KW_LIST, 0);
}

tree::TerminalNode* TicParser::Hint_nameContext::KW_SEALED() {
  return getToken(TicParser::KW_SEALED, 0);
}


size_t TicParser::Hint_nameContext::getRuleIndex() const {
  return TicParser::RuleHint_name;
}


TicParser::Hint_nameContext* TicParser::hint_name() {
  Hint_nameContext *_localctx = _tracker.createInstance<Hint_nameContext>(_ctx, getState());
  enterRule(_localctx, 62, TicParser::RuleHint_name);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(480);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << TicParser::T__0)
      | (1ULL << TicParser::T__1)
      | (1ULL << TicParser::T__2)
      | (1ULL << TicParser::T__3)
      | (1ULL << TicParser::KW_PROTOCOL)
      | (1ULL << TicParser::KW_EDITION)
      | (1ULL << TicParser::KW_VERSION)
      | (1ULL << TicParser::KW_LIMIT)
      | (1ULL << TicParser::KW_TRANSPORT)
      | (1ULL << TicParser::KW_TEXT)
      | (1ULL << TicParser::KW_IMPORT)
      | (1ULL << TicParser::KW_CONST)
      | (1ULL << TicParser::KW_TYPE)
      | (1ULL << TicParser::KW_ENUM)
      | (1ULL << TicParser::KW_UNION)
      | (1ULL << TicParser::KW_STRUCT)
      | (1ULL << TicParser::KW_MEMORY)
      | (1ULL << TicParser::KW_SESSION)
      | (1ULL << TicParser::KW_CLIENT)
      | (1ULL << TicParser::KW_SERVER)
      | (1ULL << TicParser::KW_START)
      | (1ULL << TicParser::KW_STATE)
      | (1ULL << TicParser::KW_ON)
      | (1ULL << TicParser::KW_PUSH)
      | (1ULL << TicParser::KW_LIST)
      | (1ULL << TicParser::KW_SEALED)
      | (1ULL << TicParser::KW_SINCE)
      | (1ULL << TicParser::KW_UNTIL)
      | (1ULL << TicParser::KW_OF)
      | (1ULL << TicParser::WORD))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

// Static vars and initialization.
std::vector<dfa::DFA> TicParser::_decisionToDFA;
atn::PredictionContextCache TicParser::_sharedContextCache;

// We own the ATN which in turn owns the ATN states.
atn::ATN TicParser::_atn;
std::vector<uint16_t> TicParser::_serializedATN;

std::vector<std::string> TicParser::_ruleNames = {
  "file", "header", "import_line", "const_line", "type_line", "enum_block", 
  "enum_value", "union_block", "arm", "weight", "later_weight", "struct_block", 
  "field", "memory_block", "memory_entry", "session_block", "side", "says", 
  "start_line", "state_block", "rule_line", "domain", "bounds", "hint", 
  "later_hint", "constant", "mark", "integer", "literal", "name", "type_name", 
  "hint_name"
};

std::vector<std::string> TicParser::_literalNames = {
  "", "'oldest'", "'model'", "'in'", "'within'", "'protocol'", "'edition'", 
  "'version'", "'limit'", "'transport'", "'text'", "'import'", "'const'", 
  "'type'", "'enum'", "'union'", "'struct'", "'memory'", "'session'", "'client'", 
  "'server'", "'start'", "'state'", "'on'", "'push'", "'is'", "'list'", 
  "'sealed'", "'since'", "'until'", "'of'", "';'", "','", "':'", "'='", 
  "'{'", "'}'", "'('", "')'", "'~'", "'@'", "'?'", "'-'", "'+'", "'.'", 
  "'..'"
};

std::vector<std::string> TicParser::_symbolicNames = {
  "", "", "", "", "", "KW_PROTOCOL", "KW_EDITION", "KW_VERSION", "KW_LIMIT", 
  "KW_TRANSPORT", "KW_TEXT", "KW_IMPORT", "KW_CONST", "KW_TYPE", "KW_ENUM", 
  "KW_UNION", "KW_STRUCT", "KW_MEMORY", "KW_SESSION", "KW_CLIENT", "KW_SERVER", 
  "KW_START", "KW_STATE", "KW_ON", "KW_PUSH", "KW_IS", "KW_LIST", "KW_SEALED", 
  "KW_SINCE", "KW_UNTIL", "KW_OF", "SEMICOLON", "COMMA", "COLON", "EQUALS", 
  "OPEN_BRACE", "CLOSE_BRACE", "OPEN_PAREN", "CLOSE_PAREN", "TILDE", "AT", 
  "QUESTION", "MINUS", "PLUS", "DOT", "DOTS", "WORD", "NUMBER", "STRING", 
  "DOC", "COMMENT", "SPACE", "BLOCK_COMMENT", "HASH_COMMENT", "OPEN_STRING", 
  "QUOTED", "FOREIGN", "BAD"
};

dfa::Vocabulary TicParser::_vocabulary(_literalNames, _symbolicNames);

std::vector<std::string> TicParser::_tokenNames;

TicParser::Initializer::Initializer() {
	for (size_t i = 0; i < _symbolicNames.size(); ++i) {
		std::string name = _vocabulary.getLiteralName(i);
		if (name.empty()) {
			name = _vocabulary.getSymbolicName(i);
		}

		if (name.empty()) {
			_tokenNames.push_back("<INVALID>");
		} else {
      _tokenNames.push_back(name);
    }
	}

  _serializedATN = {
    0x3, 0x608b, 0xa72a, 0x8133, 0xb9ed, 0x417c, 0x3be7, 0x7786, 0x5964, 
    0x3, 0x3b, 0x1e5, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9, 
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b, 
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4, 
    0x1f, 0x9, 0x1f, 0x4, 0x20, 0x9, 0x20, 0x4, 0x21, 0x9, 0x21, 0x3, 0x2, 
    0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 
    0x3, 0x2, 0x7, 0x2, 0x4c, 0xa, 0x2, 0xc, 0x2, 0xe, 0x2, 0x4f, 0xb, 0x2, 
    0x3, 0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 
    0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 
    0x5, 0x3, 0x5f, 0xa, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 
    0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 
    0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 0x70, 0xa, 0x3, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 
    0x3, 0x5, 0x3, 0x5, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 
    0x7, 0x6, 0x81, 0xa, 0x6, 0xc, 0x6, 0xe, 0x6, 0x84, 0xb, 0x6, 0x3, 0x6, 
    0x3, 0x6, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 
    0x3, 0x7, 0x7, 0x7, 0x8f, 0xa, 0x7, 0xc, 0x7, 0xe, 0x7, 0x92, 0xb, 0x7, 
    0x3, 0x7, 0x3, 0x7, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x5, 0x8, 0x99, 0xa, 
    0x8, 0x3, 0x8, 0x3, 0x8, 0x5, 0x8, 0x9d, 0xa, 0x8, 0x3, 0x8, 0x5, 0x8, 
    0xa0, 0xa, 0x8, 0x3, 0x8, 0x7, 0x8, 0xa3, 0xa, 0x8, 0xc, 0x8, 0xe, 0x8, 
    0xa6, 0xb, 0x8, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 
    0x9, 0x3, 0x9, 0x7, 0x9, 0xaf, 0xa, 0x9, 0xc, 0x9, 0xe, 0x9, 0xb2, 0xb, 
    0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 
    0xa, 0x5, 0xa, 0xbb, 0xa, 0xa, 0x3, 0xa, 0x3, 0xa, 0x5, 0xa, 0xbf, 0xa, 
    0xa, 0x3, 0xa, 0x5, 0xa, 0xc2, 0xa, 0xa, 0x3, 0xa, 0x7, 0xa, 0xc5, 0xa, 
    0xa, 0xc, 0xa, 0xe, 0xa, 0xc8, 0xb, 0xa, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 
    0x3, 0xb, 0x5, 0xb, 0xce, 0xa, 0xb, 0x3, 0xc, 0x3, 0xc, 0x7, 0xc, 0xd2, 
    0xa, 0xc, 0xc, 0xc, 0xe, 0xc, 0xd5, 0xb, 0xc, 0x3, 0xd, 0x3, 0xd, 0x3, 
    0xd, 0x3, 0xd, 0x7, 0xd, 0xdb, 0xa, 0xd, 0xc, 0xd, 0xe, 0xd, 0xde, 0xb, 
    0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 
    0xe, 0x5, 0xe, 0xe7, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x5, 0xe, 0xeb, 0xa, 
    0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x7, 0xe, 0xf0, 0xa, 0xe, 0xc, 0xe, 
    0xe, 0xe, 0xf3, 0xb, 0xe, 0x5, 0xe, 0xf5, 0xa, 0xe, 0x3, 0xe, 0x7, 0xe, 
    0xf8, 0xa, 0xe, 0xc, 0xe, 0xe, 0xe, 0xfb, 0xb, 0xe, 0x3, 0xe, 0x3, 0xe, 
    0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x7, 0xf, 0x102, 0xa, 0xf, 0xc, 0xf, 0xe, 
    0xf, 0x105, 0xb, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0x10, 0x3, 0x10, 0x3, 
    0x10, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0x10e, 0xa, 0x10, 0x3, 0x10, 
    0x3, 0x10, 0x3, 0x10, 0x7, 0x10, 0x113, 0xa, 0x10, 0xc, 0x10, 0xe, 0x10, 
    0x116, 0xb, 0x10, 0x3, 0x10, 0x5, 0x10, 0x119, 0xa, 0x10, 0x3, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x7, 0x11, 0x120, 0xa, 0x11, 
    0xc, 0x11, 0xe, 0x11, 0x123, 0xb, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x7, 0x12, 0x12d, 
    0xa, 0x12, 0xc, 0x12, 0xe, 0x12, 0x130, 0xb, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x137, 0xa, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x5, 0x13, 0x13b, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x13e, 
    0xa, 0x13, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x15, 0x3, 
    0x15, 0x3, 0x15, 0x3, 0x15, 0x5, 0x15, 0x148, 0xa, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x7, 0x15, 0x14c, 0xa, 0x15, 0xc, 0x15, 0xe, 0x15, 0x14f, 
    0xb, 0x15, 0x3, 0x15, 0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x7, 
    0x16, 0x156, 0xa, 0x16, 0xc, 0x16, 0xe, 0x16, 0x159, 0xb, 0x16, 0x3, 
    0x16, 0x3, 0x16, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x5, 0x17, 
    0x161, 0xa, 0x17, 0x3, 0x17, 0x7, 0x17, 0x164, 0xa, 0x17, 0xc, 0x17, 
    0xe, 0x17, 0x167, 0xb, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x5, 0x17, 
    0x16c, 0xa, 0x17, 0x7, 0x17, 0x16e, 0xa, 0x17, 0xc, 0x17, 0xe, 0x17, 
    0x171, 0xb, 0x17, 0x3, 0x17, 0x3, 0x17, 0x7, 0x17, 0x175, 0xa, 0x17, 
    0xc, 0x17, 0xe, 0x17, 0x178, 0xb, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 
    0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x7, 0x17, 0x181, 0xa, 0x17, 
    0xc, 0x17, 0xe, 0x17, 0x184, 0xb, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 
    0x3, 0x17, 0x3, 0x17, 0x5, 0x17, 0x18b, 0xa, 0x17, 0x3, 0x17, 0x7, 0x17, 
    0x18e, 0xa, 0x17, 0xc, 0x17, 0xe, 0x17, 0x191, 0xb, 0x17, 0x5, 0x17, 
    0x193, 0xa, 0x17, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x5, 0x18, 0x198, 
    0xa, 0x18, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 
    0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 
    0x1a5, 0xa, 0x19, 0x5, 0x19, 0x1a7, 0xa, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x5, 0x19, 0x1ab, 0xa, 0x19, 0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 0x1af, 
    0xa, 0x19, 0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 0x1b3, 0xa, 0x19, 0x3, 0x19, 
    0x3, 0x19, 0x5, 0x19, 0x1b7, 0xa, 0x19, 0x3, 0x1a, 0x3, 0x1a, 0x7, 0x1a, 
    0x1bb, 0xa, 0x1a, 0xc, 0x1a, 0xe, 0x1a, 0x1be, 0xb, 0x1a, 0x3, 0x1b, 
    0x3, 0x1b, 0x3, 0x1b, 0x5, 0x1b, 0x1c3, 0xa, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 
    0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x5, 0x1c, 0x1cc, 
    0xa, 0x1c, 0x5, 0x1c, 0x1ce, 0xa, 0x1c, 0x3, 0x1c, 0x5, 0x1c, 0x1d1, 
    0xa, 0x1c, 0x3, 0x1d, 0x5, 0x1d, 0x1d4, 0xa, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 
    0x5, 0x1d, 0x1d8, 0xa, 0x1d, 0x3, 0x1e, 0x5, 0x1e, 0x1db, 0xa, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x20, 0x3, 0x20, 0x3, 
    0x21, 0x3, 0x21, 0x3, 0x21, 0x2, 0x2, 0x22, 0x2, 0x4, 0x6, 0x8, 0xa, 
    0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 0x1c, 0x1e, 0x20, 0x22, 
    0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 0x32, 0x34, 0x36, 0x38, 0x3a, 
    0x3c, 0x3e, 0x40, 0x2, 0x8, 0x3, 0x2, 0x15, 0x16, 0x3, 0x2, 0x19, 0x1a, 
    0x3, 0x2, 0x2c, 0x2d, 0x4, 0x2, 0x3, 0x20, 0x30, 0x30, 0x5, 0x2, 0x3, 
    0x1b, 0x1e, 0x20, 0x30, 0x30, 0x5, 0x2, 0x3, 0x1a, 0x1c, 0x20, 0x30, 
    0x30, 0x2, 0x21a, 0x2, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x4, 0x6f, 0x3, 0x2, 
    0x2, 0x2, 0x6, 0x71, 0x3, 0x2, 0x2, 0x2, 0x8, 0x75, 0x3, 0x2, 0x2, 0x2, 
    0xa, 0x7b, 0x3, 0x2, 0x2, 0x2, 0xc, 0x87, 0x3, 0x2, 0x2, 0x2, 0xe, 0x95, 
    0x3, 0x2, 0x2, 0x2, 0x10, 0xa7, 0x3, 0x2, 0x2, 0x2, 0x12, 0xb5, 0x3, 
    0x2, 0x2, 0x2, 0x14, 0xc9, 0x3, 0x2, 0x2, 0x2, 0x16, 0xcf, 0x3, 0x2, 
    0x2, 0x2, 0x18, 0xd6, 0x3, 0x2, 0x2, 0x2, 0x1a, 0xe1, 0x3, 0x2, 0x2, 
    0x2, 0x1c, 0xfe, 0x3, 0x2, 0x2, 0x2, 0x1e, 0x108, 0x3, 0x2, 0x2, 0x2, 
    0x20, 0x11a, 0x3, 0x2, 0x2, 0x2, 0x22, 0x126, 0x3, 0x2, 0x2, 0x2, 0x24, 
    0x133, 0x3, 0x2, 0x2, 0x2, 0x26, 0x13f, 0x3, 0x2, 0x2, 0x2, 0x28, 0x143, 
    0x3, 0x2, 0x2, 0x2, 0x2a, 0x152, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x192, 0x3, 
    0x2, 0x2, 0x2, 0x2e, 0x194, 0x3, 0x2, 0x2, 0x2, 0x30, 0x199, 0x3, 0x2, 
    0x2, 0x2, 0x32, 0x1b8, 0x3, 0x2, 0x2, 0x2, 0x34, 0x1c2, 0x3, 0x2, 0x2, 
    0x2, 0x36, 0x1c4, 0x3, 0x2, 0x2, 0x2, 0x38, 0x1d7, 0x3, 0x2, 0x2, 0x2, 
    0x3a, 0x1da, 0x3, 0x2, 0x2, 0x2, 0x3c, 0x1de, 0x3, 0x2, 0x2, 0x2, 0x3e, 
    0x1e0, 0x3, 0x2, 0x2, 0x2, 0x40, 0x1e2, 0x3, 0x2, 0x2, 0x2, 0x42, 0x4c, 
    0x5, 0x4, 0x3, 0x2, 0x43, 0x4c, 0x5, 0x6, 0x4, 0x2, 0x44, 0x4c, 0x5, 
    0x8, 0x5, 0x2, 0x45, 0x4c, 0x5, 0xa, 0x6, 0x2, 0x46, 0x4c, 0x5, 0xc, 
    0x7, 0x2, 0x47, 0x4c, 0x5, 0x10, 0x9, 0x2, 0x48, 0x4c, 0x5, 0x18, 0xd, 
    0x2, 0x49, 0x4c, 0x5, 0x1c, 0xf, 0x2, 0x4a, 0x4c, 0x5, 0x20, 0x11, 0x2, 
    0x4b, 0x42, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x43, 0x3, 0x2, 0x2, 0x2, 0x4b, 
    0x44, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x45, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x46, 
    0x3, 0x2, 0x2, 0x2, 0x4b, 0x47, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x48, 0x3, 
    0x2, 0x2, 0x2, 0x4b, 0x49, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x4a, 0x3, 0x2, 
    0x2, 0x2, 0x4c, 0x4f, 0x3, 0x2, 0x2, 0x2, 0x4d, 0x4b, 0x3, 0x2, 0x2, 
    0x2, 0x4d, 0x4e, 0x3, 0x2, 0x2, 0x2, 0x4e, 0x50, 0x3, 0x2, 0x2, 0x2, 
    0x4f, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x50, 0x51, 0x7, 0x2, 0x2, 0x3, 0x51, 
    0x3, 0x3, 0x2, 0x2, 0x2, 0x52, 0x53, 0x7, 0x7, 0x2, 0x2, 0x53, 0x54, 
    0x5, 0x3c, 0x1f, 0x2, 0x54, 0x55, 0x7, 0x21, 0x2, 0x2, 0x55, 0x70, 0x3, 
    0x2, 0x2, 0x2, 0x56, 0x57, 0x7, 0x8, 0x2, 0x2, 0x57, 0x58, 0x5, 0x38, 
    0x1d, 0x2, 0x58, 0x59, 0x7, 0x21, 0x2, 0x2, 0x59, 0x70, 0x3, 0x2, 0x2, 
    0x2, 0x5a, 0x5b, 0x7, 0x9, 0x2, 0x2, 0x5b, 0x5e, 0x5, 0x38, 0x1d, 0x2, 
    0x5c, 0x5d, 0x7, 0x3, 0x2, 0x2, 0x5d, 0x5f, 0x5, 0x38, 0x1d, 0x2, 0x5e, 
    0x5c, 0x3, 0x2, 0x2, 0x2, 0x5e, 0x5f, 0x3, 0x2, 0x2, 0x2, 0x5f, 0x60, 
    0x3, 0x2, 0x2, 0x2, 0x60, 0x61, 0x7, 0x21, 0x2, 0x2, 0x61, 0x70, 0x3, 
    0x2, 0x2, 0x2, 0x62, 0x63, 0x7, 0xa, 0x2, 0x2, 0x63, 0x64, 0x5, 0x38, 
    0x1d, 0x2, 0x64, 0x65, 0x7, 0x21, 0x2, 0x2, 0x65, 0x70, 0x3, 0x2, 0x2, 
    0x2, 0x66, 0x67, 0x7, 0xb, 0x2, 0x2, 0x67, 0x68, 0x5, 0x3c, 0x1f, 0x2, 
    0x68, 0x69, 0x7, 0x21, 0x2, 0x2, 0x69, 0x70, 0x3, 0x2, 0x2, 0x2, 0x6a, 
    0x6b, 0x7, 0xc, 0x2, 0x2, 0x6b, 0x6c, 0x7, 0x4, 0x2, 0x2, 0x6c, 0x6d, 
    0x5, 0x3c, 0x1f, 0x2, 0x6d, 0x6e, 0x7, 0x21, 0x2, 0x2, 0x6e, 0x70, 0x3, 
    0x2, 0x2, 0x2, 0x6f, 0x52, 0x3, 0x2, 0x2, 0x2, 0x6f, 0x56, 0x3, 0x2, 
    0x2, 0x2, 0x6f, 0x5a, 0x3, 0x2, 0x2, 0x2, 0x6f, 0x62, 0x3, 0x2, 0x2, 
    0x2, 0x6f, 0x66, 0x3, 0x2, 0x2, 0x2, 0x6f, 0x6a, 0x3, 0x2, 0x2, 0x2, 
    0x70, 0x5, 0x3, 0x2, 0x2, 0x2, 0x71, 0x72, 0x7, 0xd, 0x2, 0x2, 0x72, 
    0x73, 0x7, 0x32, 0x2, 0x2, 0x73, 0x74, 0x7, 0x21, 0x2, 0x2, 0x74, 0x7, 
    0x3, 0x2, 0x2, 0x2, 0x75, 0x76, 0x7, 0xe, 0x2, 0x2, 0x76, 0x77, 0x5, 
    0x3c, 0x1f, 0x2, 0x77, 0x78, 0x7, 0x24, 0x2, 0x2, 0x78, 0x79, 0x5, 0x38, 
    0x1d, 0x2, 0x79, 0x7a, 0x7, 0x21, 0x2, 0x2, 0x7a, 0x9, 0x3, 0x2, 0x2, 
    0x2, 0x7b, 0x7c, 0x7, 0xf, 0x2, 0x2, 0x7c, 0x7d, 0x5, 0x3c, 0x1f, 0x2, 
    0x7d, 0x7e, 0x7, 0x24, 0x2, 0x2, 0x7e, 0x82, 0x5, 0x2c, 0x17, 0x2, 0x7f, 
    0x81, 0x5, 0x36, 0x1c, 0x2, 0x80, 0x7f, 0x3, 0x2, 0x2, 0x2, 0x81, 0x84, 
    0x3, 0x2, 0x2, 0x2, 0x82, 0x80, 0x3, 0x2, 0x2, 0x2, 0x82, 0x83, 0x3, 
    0x2, 0x2, 0x2, 0x83, 0x85, 0x3, 0x2, 0x2, 0x2, 0x84, 0x82, 0x3, 0x2, 
    0x2, 0x2, 0x85, 0x86, 0x7, 0x21, 0x2, 0x2, 0x86, 0xb, 0x3, 0x2, 0x2, 
    0x2, 0x87, 0x88, 0x7, 0x10, 0x2, 0x2, 0x88, 0x89, 0x5, 0x3c, 0x1f, 0x2, 
    0x89, 0x90, 0x7, 0x25, 0x2, 0x2, 0x8a, 0x8f, 0x5, 0xe, 0x8, 0x2, 0x8b, 
    0x8f, 0x5, 0x16, 0xc, 0x2, 0x8c, 0x8f, 0x7, 0x22, 0x2, 0x2, 0x8d, 0x8f, 
    0x7, 0x21, 0x2, 0x2, 0x8e, 0x8a, 0x3, 0x2, 0x2, 0x2, 0x8e, 0x8b, 0x3, 
    0x2, 0x2, 0x2, 0x8e, 0x8c, 0x3, 0x2, 0x2, 0x2, 0x8e, 0x8d, 0x3, 0x2, 
    0x2, 0x2, 0x8f, 0x92, 0x3, 0x2, 0x2, 0x2, 0x90, 0x8e, 0x3, 0x2, 0x2, 
    0x2, 0x90, 0x91, 0x3, 0x2, 0x2, 0x2, 0x91, 0x93, 0x3, 0x2, 0x2, 0x2, 
    0x92, 0x90, 0x3, 0x2, 0x2, 0x2, 0x93, 0x94, 0x7, 0x26, 0x2, 0x2, 0x94, 
    0xd, 0x3, 0x2, 0x2, 0x2, 0x95, 0x98, 0x5, 0x3c, 0x1f, 0x2, 0x96, 0x97, 
    0x7, 0x1e, 0x2, 0x2, 0x97, 0x99, 0x5, 0x38, 0x1d, 0x2, 0x98, 0x96, 0x3, 
    0x2, 0x2, 0x2, 0x98, 0x99, 0x3, 0x2, 0x2, 0x2, 0x99, 0x9c, 0x3, 0x2, 
    0x2, 0x2, 0x9a, 0x9b, 0x7, 0x1f, 0x2, 0x2, 0x9b, 0x9d, 0x5, 0x38, 0x1d, 
    0x2, 0x9c, 0x9a, 0x3, 0x2, 0x2, 0x2, 0x9c, 0x9d, 0x3, 0x2, 0x2, 0x2, 
    0x9d, 0x9f, 0x3, 0x2, 0x2, 0x2, 0x9e, 0xa0, 0x5, 0x14, 0xb, 0x2, 0x9f, 
    0x9e, 0x3, 0x2, 0x2, 0x2, 0x9f, 0xa0, 0x3, 0x2, 0x2, 0x2, 0xa0, 0xa4, 
    0x3, 0x2, 0x2, 0x2, 0xa1, 0xa3, 0x5, 0x36, 0x1c, 0x2, 0xa2, 0xa1, 0x3, 
    0x2, 0x2, 0x2, 0xa3, 0xa6, 0x3, 0x2, 0x2, 0x2, 0xa4, 0xa2, 0x3, 0x2, 
    0x2, 0x2, 0xa4, 0xa5, 0x3, 0x2, 0x2, 0x2, 0xa5, 0xf, 0x3, 0x2, 0x2, 
    0x2, 0xa6, 0xa4, 0x3, 0x2, 0x2, 0x2, 0xa7, 0xa8, 0x7, 0x11, 0x2, 0x2, 
    0xa8, 0xa9, 0x5, 0x3c, 0x1f, 0x2, 0xa9, 0xb0, 0x7, 0x25, 0x2, 0x2, 0xaa, 
    0xaf, 0x5, 0x12, 0xa, 0x2, 0xab, 0xaf, 0x5, 0x16, 0xc, 0x2, 0xac, 0xaf, 
    0x7, 0x22, 0x2, 0x2, 0xad, 0xaf, 0x7, 0x21, 0x2, 0x2, 0xae, 0xaa, 0x3, 
    0x2, 0x2, 0x2, 0xae, 0xab, 0x3, 0x2, 0x2, 0x2, 0xae, 0xac, 0x3, 0x2, 
    0x2, 0x2, 0xae, 0xad, 0x3, 0x2, 0x2, 0x2, 0xaf, 0xb2, 0x3, 0x2, 0x2, 
    0x2, 0xb0, 0xae, 0x3, 0x2, 0x2, 0x2, 0xb0, 0xb1, 0x3, 0x2, 0x2, 0x2, 
    0xb1, 0xb3, 0x3, 0x2, 0x2, 0x2, 0xb2, 0xb0, 0x3, 0x2, 0x2, 0x2, 0xb3, 
    0xb4, 0x7, 0x26, 0x2, 0x2, 0xb4, 0x11, 0x3, 0x2, 0x2, 0x2, 0xb5, 0xb6, 
    0x5, 0x3c, 0x1f, 0x2, 0xb6, 0xb7, 0x7, 0x23, 0x2, 0x2, 0xb7, 0xba, 0x5, 
    0x2c, 0x17, 0x2, 0xb8, 0xb9, 0x7, 0x1e, 0x2, 0x2, 0xb9, 0xbb, 0x5, 0x38, 
    0x1d, 0x2, 0xba, 0xb8, 0x3, 0x2, 0x2, 0x2, 0xba, 0xbb, 0x3, 0x2, 0x2, 
    0x2, 0xbb, 0xbe, 0x3, 0x2, 0x2, 0x2, 0xbc, 0xbd, 0x7, 0x1f, 0x2, 0x2, 
    0xbd, 0xbf, 0x5, 0x38, 0x1d, 0x2, 0xbe, 0xbc, 0x3, 0x2, 0x2, 0x2, 0xbe, 
    0xbf, 0x3, 0x2, 0x2, 0x2, 0xbf, 0xc1, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xc2, 
    0x5, 0x14, 0xb, 0x2, 0xc1, 0xc0, 0x3, 0x2, 0x2, 0x2, 0xc1, 0xc2, 0x3, 
    0x2, 0x2, 0x2, 0xc2, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xc3, 0xc5, 0x5, 0x36, 
    0x1c, 0x2, 0xc4, 0xc3, 0x3, 0x2, 0x2, 0x2, 0xc5, 0xc8, 0x3, 0x2, 0x2, 
    0x2, 0xc6, 0xc4, 0x3, 0x2, 0x2, 0x2, 0xc6, 0xc7, 0x3, 0x2, 0x2, 0x2, 
    0xc7, 0x13, 0x3, 0x2, 0x2, 0x2, 0xc8, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xc9, 
    0xca, 0x7, 0x29, 0x2, 0x2, 0xca, 0xcd, 0x5, 0x38, 0x1d, 0x2, 0xcb, 0xcc, 
    0x7, 0x1e, 0x2, 0x2, 0xcc, 0xce, 0x5, 0x38, 0x1d, 0x2, 0xcd, 0xcb, 0x3, 
    0x2, 0x2, 0x2, 0xcd, 0xce, 0x3, 0x2, 0x2, 0x2, 0xce, 0x15, 0x3, 0x2, 
    0x2, 0x2, 0xcf, 0xd3, 0x5, 0x14, 0xb, 0x2, 0xd0, 0xd2, 0x5, 0x36, 0x1c, 
    0x2, 0xd1, 0xd0, 0x3, 0x2, 0x2, 0x2, 0xd2, 0xd5, 0x3, 0x2, 0x2, 0x2, 
    0xd3, 0xd1, 0x3, 0x2, 0x2, 0x2, 0xd3, 0xd4, 0x3, 0x2, 0x2, 0x2, 0xd4, 
    0x17, 0x3, 0x2, 0x2, 0x2, 0xd5, 0xd3, 0x3, 0x2, 0x2, 0x2, 0xd6, 0xd7, 
    0x7, 0x12, 0x2, 0x2, 0xd7, 0xd8, 0x5, 0x3c, 0x1f, 0x2, 0xd8, 0xdc, 0x7, 
    0x25, 0x2, 0x2, 0xd9, 0xdb, 0x5, 0x1a, 0xe, 0x2, 0xda, 0xd9, 0x3, 0x2, 
    0x2, 0x2, 0xdb, 0xde, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xda, 0x3, 0x2, 0x2, 
    0x2, 0xdc, 0xdd, 0x3, 0x2, 0x2, 0x2, 0xdd, 0xdf, 0x3, 0x2, 0x2, 0x2, 
    0xde, 0xdc, 0x3, 0x2, 0x2, 0x2, 0xdf, 0xe0, 0x7, 0x26, 0x2, 0x2, 0xe0, 
    0x19, 0x3, 0x2, 0x2, 0x2, 0xe1, 0xe2, 0x5, 0x3c, 0x1f, 0x2, 0xe2, 0xe3, 
    0x7, 0x23, 0x2, 0x2, 0xe3, 0xe6, 0x5, 0x2c, 0x17, 0x2, 0xe4, 0xe5, 0x7, 
    0x1e, 0x2, 0x2, 0xe5, 0xe7, 0x5, 0x38, 0x1d, 0x2, 0xe6, 0xe4, 0x3, 0x2, 
    0x2, 0x2, 0xe6, 0xe7, 0x3, 0x2, 0x2, 0x2, 0xe7, 0xea, 0x3, 0x2, 0x2, 
    0x2, 0xe8, 0xe9, 0x7, 0x1f, 0x2, 0x2, 0xe9, 0xeb, 0x5, 0x38, 0x1d, 0x2, 
    0xea, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xea, 0xeb, 0x3, 0x2, 0x2, 0x2, 0xeb, 
    0xf4, 0x3, 0x2, 0x2, 0x2, 0xec, 0xf1, 0x5, 0x30, 0x19, 0x2, 0xed, 0xee, 
    0x7, 0x22, 0x2, 0x2, 0xee, 0xf0, 0x5, 0x30, 0x19, 0x2, 0xef, 0xed, 0x3, 
    0x2, 0x2, 0x2, 0xf0, 0xf3, 0x3, 0x2, 0x2, 0x2, 0xf1, 0xef, 0x3, 0x2, 
    0x2, 0x2, 0xf1, 0xf2, 0x3, 0x2, 0x2, 0x2, 0xf2, 0xf5, 0x3, 0x2, 0x2, 
    0x2, 0xf3, 0xf1, 0x3, 0x2, 0x2, 0x2, 0xf4, 0xec, 0x3, 0x2, 0x2, 0x2, 
    0xf4, 0xf5, 0x3, 0x2, 0x2, 0x2, 0xf5, 0xf9, 0x3, 0x2, 0x2, 0x2, 0xf6, 
    0xf8, 0x5, 0x36, 0x1c, 0x2, 0xf7, 0xf6, 0x3, 0x2, 0x2, 0x2, 0xf8, 0xfb, 
    0x3, 0x2, 0x2, 0x2, 0xf9, 0xf7, 0x3, 0x2, 0x2, 0x2, 0xf9, 0xfa, 0x3, 
    0x2, 0x2, 0x2, 0xfa, 0xfc, 0x3, 0x2, 0x2, 0x2, 0xfb, 0xf9, 0x3, 0x2, 
    0x2, 0x2, 0xfc, 0xfd, 0x7, 0x21, 0x2, 0x2, 0xfd, 0x1b, 0x3, 0x2, 0x2, 
    0x2, 0xfe, 0xff, 0x7, 0x13, 0x2, 0x2, 0xff, 0x103, 0x7, 0x25, 0x2, 0x2, 
    0x100, 0x102, 0x5, 0x1e, 0x10, 0x2, 0x101, 0x100, 0x3, 0x2, 0x2, 0x2, 
    0x102, 0x105, 0x3, 0x2, 0x2, 0x2, 0x103, 0x101, 0x3, 0x2, 0x2, 0x2, 
    0x103, 0x104, 0x3, 0x2, 0x2, 0x2, 0x104, 0x106, 0x3, 0x2, 0x2, 0x2, 
    0x105, 0x103, 0x3, 0x2, 0x2, 0x2, 0x106, 0x107, 0x7, 0x26, 0x2, 0x2, 
    0x107, 0x1d, 0x3, 0x2, 0x2, 0x2, 0x108, 0x109, 0x5, 0x3c, 0x1f, 0x2, 
    0x109, 0x10a, 0x7, 0x23, 0x2, 0x2, 0x10a, 0x10d, 0x5, 0x2c, 0x17, 0x2, 
    0x10b, 0x10c, 0x7, 0x20, 0x2, 0x2, 0x10c, 0x10e, 0x5, 0x2c, 0x17, 0x2, 
    0x10d, 0x10b, 0x3, 0x2, 0x2, 0x2, 0x10d, 0x10e, 0x3, 0x2, 0x2, 0x2, 
    0x10e, 0x118, 0x3, 0x2, 0x2, 0x2, 0x10f, 0x119, 0x7, 0x21, 0x2, 0x2, 
    0x110, 0x114, 0x7, 0x25, 0x2, 0x2, 0x111, 0x113, 0x5, 0x1e, 0x10, 0x2, 
    0x112, 0x111, 0x3, 0x2, 0x2, 0x2, 0x113, 0x116, 0x3, 0x2, 0x2, 0x2, 
    0x114, 0x112, 0x3, 0x2, 0x2, 0x2, 0x114, 0x115, 0x3, 0x2, 0x2, 0x2, 
    0x115, 0x117, 0x3, 0x2, 0x2, 0x2, 0x116, 0x114, 0x3, 0x2, 0x2, 0x2, 
    0x117, 0x119, 0x7, 0x26, 0x2, 0x2, 0x118, 0x10f, 0x3, 0x2, 0x2, 0x2, 
    0x118, 0x110, 0x3, 0x2, 0x2, 0x2, 0x119, 0x1f, 0x3, 0x2, 0x2, 0x2, 0x11a, 
    0x11b, 0x7, 0x14, 0x2, 0x2, 0x11b, 0x121, 0x7, 0x25, 0x2, 0x2, 0x11c, 
    0x120, 0x5, 0x22, 0x12, 0x2, 0x11d, 0x120, 0x5, 0x26, 0x14, 0x2, 0x11e, 
    0x120, 0x5, 0x28, 0x15, 0x2, 0x11f, 0x11c, 0x3, 0x2, 0x2, 0x2, 0x11f, 
    0x11d, 0x3, 0x2, 0x2, 0x2, 0x11f, 0x11e, 0x3, 0x2, 0x2, 0x2, 0x120, 
    0x123, 0x3, 0x2, 0x2, 0x2, 0x121, 0x11f, 0x3, 0x2, 0x2, 0x2, 0x121, 
    0x122, 0x3, 0x2, 0x2, 0x2, 0x122, 0x124, 0x3, 0x2, 0x2, 0x2, 0x123, 
    0x121, 0x3, 0x2, 0x2, 0x2, 0x124, 0x125, 0x7, 0x26, 0x2, 0x2, 0x125, 
    0x21, 0x3, 0x2, 0x2, 0x2, 0x126, 0x127, 0x9, 0x2, 0x2, 0x2, 0x127, 0x12e, 
    0x7, 0x25, 0x2, 0x2, 0x128, 0x12d, 0x5, 0x24, 0x13, 0x2, 0x129, 0x12d, 
    0x5, 0x16, 0xc, 0x2, 0x12a, 0x12d, 0x7, 0x22, 0x2, 0x2, 0x12b, 0x12d, 
    0x7, 0x21, 0x2, 0x2, 0x12c, 0x128, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x129, 
    0x3, 0x2, 0x2, 0x2, 0x12c, 0x12a, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x12b, 
    0x3, 0x2, 0x2, 0x2, 0x12d, 0x130, 0x3, 0x2, 0x2, 0x2, 0x12e, 0x12c, 
    0x3, 0x2, 0x2, 0x2, 0x12e, 0x12f, 0x3, 0x2, 0x2, 0x2, 0x12f, 0x131, 
    0x3, 0x2, 0x2, 0x2, 0x130, 0x12e, 0x3, 0x2, 0x2, 0x2, 0x131, 0x132, 
    0x7, 0x26, 0x2, 0x2, 0x132, 0x23, 0x3, 0x2, 0x2, 0x2, 0x133, 0x136, 
    0x5, 0x3c, 0x1f, 0x2, 0x134, 0x135, 0x7, 0x1e, 0x2, 0x2, 0x135, 0x137, 
    0x5, 0x38, 0x1d, 0x2, 0x136, 0x134, 0x3, 0x2, 0x2, 0x2, 0x136, 0x137, 
    0x3, 0x2, 0x2, 0x2, 0x137, 0x13a, 0x3, 0x2, 0x2, 0x2, 0x138, 0x139, 
    0x7, 0x1f, 0x2, 0x2, 0x139, 0x13b, 0x5, 0x38, 0x1d, 0x2, 0x13a, 0x138, 
    0x3, 0x2, 0x2, 0x2, 0x13a, 0x13b, 0x3, 0x2, 0x2, 0x2, 0x13b, 0x13d, 
    0x3, 0x2, 0x2, 0x2, 0x13c, 0x13e, 0x5, 0x14, 0xb, 0x2, 0x13d, 0x13c, 
    0x3, 0x2, 0x2, 0x2, 0x13d, 0x13e, 0x3, 0x2, 0x2, 0x2, 0x13e, 0x25, 0x3, 
    0x2, 0x2, 0x2, 0x13f, 0x140, 0x7, 0x17, 0x2, 0x2, 0x140, 0x141, 0x5, 
    0x3c, 0x1f, 0x2, 0x141, 0x142, 0x7, 0x21, 0x2, 0x2, 0x142, 0x27, 0x3, 
    0x2, 0x2, 0x2, 0x143, 0x144, 0x7, 0x18, 0x2, 0x2, 0x144, 0x147, 0x5, 
    0x3c, 0x1f, 0x2, 0x145, 0x146, 0x7, 0x5, 0x2, 0x2, 0x146, 0x148, 0x5, 
    0x3c, 0x1f, 0x2, 0x147, 0x145, 0x3, 0x2, 0x2, 0x2, 0x147, 0x148, 0x3, 
    0x2, 0x2, 0x2, 0x148, 0x149, 0x3, 0x2, 0x2, 0x2, 0x149, 0x14d, 0x7, 
    0x25, 0x2, 0x2, 0x14a, 0x14c, 0x5, 0x2a, 0x16, 0x2, 0x14b, 0x14a, 0x3, 
    0x2, 0x2, 0x2, 0x14c, 0x14f, 0x3, 0x2, 0x2, 0x2, 0x14d, 0x14b, 0x3, 
    0x2, 0x2, 0x2, 0x14d, 0x14e, 0x3, 0x2, 0x2, 0x2, 0x14e, 0x150, 0x3, 
    0x2, 0x2, 0x2, 0x14f, 0x14d, 0x3, 0x2, 0x2, 0x2, 0x150, 0x151, 0x7, 
    0x26, 0x2, 0x2, 0x151, 0x29, 0x3, 0x2, 0x2, 0x2, 0x152, 0x157, 0x9, 
    0x3, 0x2, 0x2, 0x153, 0x156, 0x5, 0x3c, 0x1f, 0x2, 0x154, 0x156, 0x7, 
    0x22, 0x2, 0x2, 0x155, 0x153, 0x3, 0x2, 0x2, 0x2, 0x155, 0x154, 0x3, 
    0x2, 0x2, 0x2, 0x156, 0x159, 0x3, 0x2, 0x2, 0x2, 0x157, 0x155, 0x3, 
    0x2, 0x2, 0x2, 0x157, 0x158, 0x3, 0x2, 0x2, 0x2, 0x158, 0x15a, 0x3, 
    0x2, 0x2, 0x2, 0x159, 0x157, 0x3, 0x2, 0x2, 0x2, 0x15a, 0x15b, 0x7, 
    0x21, 0x2, 0x2, 0x15b, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x15c, 0x15d, 0x7, 
    0x1c, 0x2, 0x2, 0x15d, 0x15e, 0x7, 0x27, 0x2, 0x2, 0x15e, 0x160, 0x5, 
    0x2c, 0x17, 0x2, 0x15f, 0x161, 0x5, 0x30, 0x19, 0x2, 0x160, 0x15f, 0x3, 
    0x2, 0x2, 0x2, 0x160, 0x161, 0x3, 0x2, 0x2, 0x2, 0x161, 0x165, 0x3, 
    0x2, 0x2, 0x2, 0x162, 0x164, 0x5, 0x36, 0x1c, 0x2, 0x163, 0x162, 0x3, 
    0x2, 0x2, 0x2, 0x164, 0x167, 0x3, 0x2, 0x2, 0x2, 0x165, 0x163, 0x3, 
    0x2, 0x2, 0x2, 0x165, 0x166, 0x3, 0x2, 0x2, 0x2, 0x166, 0x16f, 0x3, 
    0x2, 0x2, 0x2, 0x167, 0x165, 0x3, 0x2, 0x2, 0x2, 0x168, 0x16b, 0x7, 
    0x22, 0x2, 0x2, 0x169, 0x16c, 0x5, 0x32, 0x1a, 0x2, 0x16a, 0x16c, 0x5, 
    0x2e, 0x18, 0x2, 0x16b, 0x169, 0x3, 0x2, 0x2, 0x2, 0x16b, 0x16a, 0x3, 
    0x2, 0x2, 0x2, 0x16c, 0x16e, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x168, 0x3, 
    0x2, 0x2, 0x2, 0x16e, 0x171, 0x3, 0x2, 0x2, 0x2, 0x16f, 0x16d, 0x3, 
    0x2, 0x2, 0x2, 0x16f, 0x170, 0x3, 0x2, 0x2, 0x2, 0x170, 0x172, 0x3, 
    0x2, 0x2, 0x2, 0x171, 0x16f, 0x3, 0x2, 0x2, 0x2, 0x172, 0x176, 0x7, 
    0x28, 0x2, 0x2, 0x173, 0x175, 0x7, 0x2b, 0x2, 0x2, 0x174, 0x173, 0x3, 
    0x2, 0x2, 0x2, 0x175, 0x178, 0x3, 0x2, 0x2, 0x2, 0x176, 0x174, 0x3, 
    0x2, 0x2, 0x2, 0x176, 0x177, 0x3, 0x2, 0x2, 0x2, 0x177, 0x193, 0x3, 
    0x2, 0x2, 0x2, 0x178, 0x176, 0x3, 0x2, 0x2, 0x2, 0x179, 0x17a, 0x7, 
    0x1d, 0x2, 0x2, 0x17a, 0x17b, 0x7, 0x27, 0x2, 0x2, 0x17b, 0x17c, 0x5, 
    0x3c, 0x1f, 0x2, 0x17c, 0x17d, 0x7, 0x22, 0x2, 0x2, 0x17d, 0x17e, 0x5, 
    0x2e, 0x18, 0x2, 0x17e, 0x182, 0x7, 0x28, 0x2, 0x2, 0x17f, 0x181, 0x7, 
    0x2b, 0x2, 0x2, 0x180, 0x17f, 0x3, 0x2, 0x2, 0x2, 0x181, 0x184, 0x3, 
    0x2, 0x2, 0x2, 0x182, 0x180, 0x3, 0x2, 0x2, 0x2, 0x182, 0x183, 0x3, 
    0x2, 0x2, 0x2, 0x183, 0x193, 0x3, 0x2, 0x2, 0x2, 0x184, 0x182, 0x3, 
    0x2, 0x2, 0x2, 0x185, 0x18a, 0x5, 0x3e, 0x20, 0x2, 0x186, 0x187, 0x7, 
    0x27, 0x2, 0x2, 0x187, 0x188, 0x5, 0x2e, 0x18, 0x2, 0x188, 0x189, 0x7, 
    0x28, 0x2, 0x2, 0x189, 0x18b, 0x3, 0x2, 0x2, 0x2, 0x18a, 0x186, 0x3, 
    0x2, 0x2, 0x2, 0x18a, 0x18b, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x18f, 0x3, 
    0x2, 0x2, 0x2, 0x18c, 0x18e, 0x7, 0x2b, 0x2, 0x2, 0x18d, 0x18c, 0x3, 
    0x2, 0x2, 0x2, 0x18e, 0x191, 0x3, 0x2, 0x2, 0x2, 0x18f, 0x18d, 0x3, 
    0x2, 0x2, 0x2, 0x18f, 0x190, 0x3, 0x2, 0x2, 0x2, 0x190, 0x193, 0x3, 
    0x2, 0x2, 0x2, 0x191, 0x18f, 0x3, 0x2, 0x2, 0x2, 0x192, 0x15c, 0x3, 
    0x2, 0x2, 0x2, 0x192, 0x179, 0x3, 0x2, 0x2, 0x2, 0x192, 0x185, 0x3, 
    0x2, 0x2, 0x2, 0x193, 0x2d, 0x3, 0x2, 0x2, 0x2, 0x194, 0x197, 0x5, 0x38, 
    0x1d, 0x2, 0x195, 0x196, 0x7, 0x2f, 0x2, 0x2, 0x196, 0x198, 0x5, 0x38, 
    0x1d, 0x2, 0x197, 0x195, 0x3, 0x2, 0x2, 0x2, 0x197, 0x198, 0x3, 0x2, 
    0x2, 0x2, 0x198, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x199, 0x1a6, 0x7, 0x29, 
    0x2, 0x2, 0x19a, 0x1a7, 0x5, 0x3a, 0x1e, 0x2, 0x19b, 0x19c, 0x7, 0x1b, 
    0x2, 0x2, 0x19c, 0x1a7, 0x5, 0x34, 0x1b, 0x2, 0x19d, 0x1a4, 0x5, 0x40, 
    0x21, 0x2, 0x19e, 0x19f, 0x7, 0x2e, 0x2, 0x2, 0x19f, 0x1a5, 0x5, 0x3c, 
    0x1f, 0x2, 0x1a0, 0x1a1, 0x7, 0x27, 0x2, 0x2, 0x1a1, 0x1a2, 0x5, 0x38, 
    0x1d, 0x2, 0x1a2, 0x1a3, 0x7, 0x28, 0x2, 0x2, 0x1a3, 0x1a5, 0x3, 0x2, 
    0x2, 0x2, 0x1a4, 0x19e, 0x3, 0x2, 0x2, 0x2, 0x1a4, 0x1a0, 0x3, 0x2, 
    0x2, 0x2, 0x1a4, 0x1a5, 0x3, 0x2, 0x2, 0x2, 0x1a5, 0x1a7, 0x3, 0x2, 
    0x2, 0x2, 0x1a6, 0x19a, 0x3, 0x2, 0x2, 0x2, 0x1a6, 0x19b, 0x3, 0x2, 
    0x2, 0x2, 0x1a6, 0x19d, 0x3, 0x2, 0x2, 0x2, 0x1a7, 0x1aa, 0x3, 0x2, 
    0x2, 0x2, 0x1a8, 0x1a9, 0x9, 0x4, 0x2, 0x2, 0x1a9, 0x1ab, 0x5, 0x38, 
    0x1d, 0x2, 0x1aa, 0x1a8, 0x3, 0x2, 0x2, 0x2, 0x1aa, 0x1ab, 0x3, 0x2, 
    0x2, 0x2, 0x1ab, 0x1ae, 0x3, 0x2, 0x2, 0x2, 0x1ac, 0x1ad, 0x7, 0x6, 
    0x2, 0x2, 0x1ad, 0x1af, 0x5, 0x38, 0x1d, 0x2, 0x1ae, 0x1ac, 0x3, 0x2, 
    0x2, 0x2, 0x1ae, 0x1af, 0x3, 0x2, 0x2, 0x2, 0x1af, 0x1b2, 0x3, 0x2, 
    0x2, 0x2, 0x1b0, 0x1b1, 0x7, 0x29, 0x2, 0x2, 0x1b1, 0x1b3, 0x5, 0x38, 
    0x1d, 0x2, 0x1b2, 0x1b0, 0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b3, 0x3, 0x2, 
    0x2, 0x2, 0x1b3, 0x1b6, 0x3, 0x2, 0x2, 0x2, 0x1b4, 0x1b5, 0x7, 0x1e, 
    0x2, 0x2, 0x1b5, 0x1b7, 0x5, 0x38, 0x1d, 0x2, 0x1b6, 0x1b4, 0x3, 0x2, 
    0x2, 0x2, 0x1b6, 0x1b7, 0x3, 0x2, 0x2, 0x2, 0x1b7, 0x31, 0x3, 0x2, 0x2, 
    0x2, 0x1b8, 0x1bc, 0x5, 0x30, 0x19, 0x2, 0x1b9, 0x1bb, 0x5, 0x36, 0x1c, 
    0x2, 0x1ba, 0x1b9, 0x3, 0x2, 0x2, 0x2, 0x1bb, 0x1be, 0x3, 0x2, 0x2, 
    0x2, 0x1bc, 0x1ba, 0x3, 0x2, 0x2, 0x2, 0x1bc, 0x1bd, 0x3, 0x2, 0x2, 
    0x2, 0x1bd, 0x33, 0x3, 0x2, 0x2, 0x2, 0x1be, 0x1bc, 0x3, 0x2, 0x2, 0x2, 
    0x1bf, 0x1c3, 0x5, 0x3a, 0x1e, 0x2, 0x1c0, 0x1c3, 0x7, 0x32, 0x2, 0x2, 
    0x1c1, 0x1c3, 0x5, 0x3c, 0x1f, 0x2, 0x1c2, 0x1bf, 0x3, 0x2, 0x2, 0x2, 
    0x1c2, 0x1c0, 0x3, 0x2, 0x2, 0x2, 0x1c2, 0x1c1, 0x3, 0x2, 0x2, 0x2, 
    0x1c3, 0x35, 0x3, 0x2, 0x2, 0x2, 0x1c4, 0x1c5, 0x7, 0x2a, 0x2, 0x2, 
    0x1c5, 0x1d0, 0x5, 0x3c, 0x1f, 0x2, 0x1c6, 0x1cd, 0x7, 0x27, 0x2, 0x2, 
    0x1c7, 0x1ce, 0x7, 0x32, 0x2, 0x2, 0x1c8, 0x1cb, 0x5, 0x3c, 0x1f, 0x2, 
    0x1c9, 0x1ca, 0x7, 0x2e, 0x2, 0x2, 0x1ca, 0x1cc, 0x5, 0x3c, 0x1f, 0x2, 
    0x1cb, 0x1c9, 0x3, 0x2, 0x2, 0x2, 0x1cb, 0x1cc, 0x3, 0x2, 0x2, 0x2, 
    0x1cc, 0x1ce, 0x3, 0x2, 0x2, 0x2, 0x1cd, 0x1c7, 0x3, 0x2, 0x2, 0x2, 
    0x1cd, 0x1c8, 0x3, 0x2, 0x2, 0x2, 0x1ce, 0x1cf, 0x3, 0x2, 0x2, 0x2, 
    0x1cf, 0x1d1, 0x7, 0x28, 0x2, 0x2, 0x1d0, 0x1c6, 0x3, 0x2, 0x2, 0x2, 
    0x1d0, 0x1d1, 0x3, 0x2, 0x2, 0x2, 0x1d1, 0x37, 0x3, 0x2, 0x2, 0x2, 0x1d2, 
    0x1d4, 0x7, 0x2c, 0x2, 0x2, 0x1d3, 0x1d2, 0x3, 0x2, 0x2, 0x2, 0x1d3, 
    0x1d4, 0x3, 0x2, 0x2, 0x2, 0x1d4, 0x1d5, 0x3, 0x2, 0x2, 0x2, 0x1d5, 
    0x1d8, 0x7, 0x31, 0x2, 0x2, 0x1d6, 0x1d8, 0x5, 0x3c, 0x1f, 0x2, 0x1d7, 
    0x1d3, 0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1d6, 0x3, 0x2, 0x2, 0x2, 0x1d8, 
    0x39, 0x3, 0x2, 0x2, 0x2, 0x1d9, 0x1db, 0x7, 0x2c, 0x2, 0x2, 0x1da, 
    0x1d9, 0x3, 0x2, 0x2, 0x2, 0x1da, 0x1db, 0x3, 0x2, 0x2, 0x2, 0x1db, 
    0x1dc, 0x3, 0x2, 0x2, 0x2, 0x1dc, 0x1dd, 0x7, 0x31, 0x2, 0x2, 0x1dd, 
    0x3b, 0x3, 0x2, 0x2, 0x2, 0x1de, 0x1df, 0x9, 0x5, 0x2, 0x2, 0x1df, 0x3d, 
    0x3, 0x2, 0x2, 0x2, 0x1e0, 0x1e1, 0x9, 0x6, 0x2, 0x2, 0x1e1, 0x3f, 0x3, 
    0x2, 0x2, 0x2, 0x1e2, 0x1e3, 0x9, 0x7, 0x2, 0x2, 0x1e3, 0x41, 0x3, 0x2, 
    0x2, 0x2, 0x42, 0x4b, 0x4d, 0x5e, 0x6f, 0x82, 0x8e, 0x90, 0x98, 0x9c, 
    0x9f, 0xa4, 0xae, 0xb0, 0xba, 0xbe, 0xc1, 0xc6, 0xcd, 0xd3, 0xdc, 0xe6, 
    0xea, 0xf1, 0xf4, 0xf9, 0x103, 0x10d, 0x114, 0x118, 0x11f, 0x121, 0x12c, 
    0x12e, 0x136, 0x13a, 0x13d, 0x147, 0x14d, 0x155, 0x157, 0x160, 0x165, 
    0x16b, 0x16f, 0x176, 0x182, 0x18a, 0x18f, 0x192, 0x197, 0x1a4, 0x1a6, 
    0x1aa, 0x1ae, 0x1b2, 0x1b6, 0x1bc, 0x1c2, 0x1cb, 0x1cd, 0x1d0, 0x1d3, 
    0x1d7, 0x1da, 
  };

  atn::ATNDeserializer deserializer;
  _atn = deserializer.deserialize(_serializedATN);

  size_t count = _atn.getNumberOfDecisions();
  _decisionToDFA.reserve(count);
  for (size_t i = 0; i < count; i++) { 
    _decisionToDFA.emplace_back(_atn.getDecisionState(i), i);
  }
}

TicParser::Initializer TicParser::_init;
