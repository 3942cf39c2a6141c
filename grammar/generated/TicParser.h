
// Generated from Tic.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace tic::parse::generated {


class  TicParser : public antlr4::Parser {
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

  enum {
    RuleFile = 0, RuleHeader = 1, RuleImport_line = 2, RuleConst_line = 3, 
    RuleType_line = 4, RuleEnum_block = 5, RuleEnum_value = 6, RuleUnion_block = 7, 
    RuleArm = 8, RuleWeight = 9, RuleLater_weight = 10, RuleStruct_block = 11, 
    RuleField = 12, RuleMemory_block = 13, RuleMemory_entry = 14, RuleSession_block = 15, 
    RuleSide = 16, RuleSays = 17, RuleStart_line = 18, RuleState_block = 19, 
    RuleRule_line = 20, RuleDomain = 21, RuleBounds = 22, RuleHint = 23, 
    RuleLater_hint = 24, RuleConstant = 25, RuleMark = 26, RuleInteger = 27, 
    RuleLiteral = 28, RuleName = 29, RuleType_name = 30, RuleHint_name = 31
  };

  TicParser(antlr4::TokenStream *input);
  ~TicParser();

  virtual std::string getGrammarFileName() const override;
  virtual const antlr4::atn::ATN& getATN() const override { return _atn; };
  virtual const std::vector<std::string>& getTokenNames() const override { return _tokenNames; }; // deprecated: use vocabulary instead.
  virtual const std::vector<std::string>& getRuleNames() const override;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;


  class FileContext;
  class HeaderContext;
  class Import_lineContext;
  class Const_lineContext;
  class Type_lineContext;
  class Enum_blockContext;
  class Enum_valueContext;
  class Union_blockContext;
  class ArmContext;
  class WeightContext;
  class Later_weightContext;
  class Struct_blockContext;
  class FieldContext;
  class Memory_blockContext;
  class Memory_entryContext;
  class Session_blockContext;
  class SideContext;
  class SaysContext;
  class Start_lineContext;
  class State_blockContext;
  class Rule_lineContext;
  class DomainContext;
  class BoundsContext;
  class HintContext;
  class Later_hintContext;
  class ConstantContext;
  class MarkContext;
  class IntegerContext;
  class LiteralContext;
  class NameContext;
  class Type_nameContext;
  class Hint_nameContext; 

  class  FileContext : public antlr4::ParserRuleContext {
  public:
    FileContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EOF();
    std::vector<HeaderContext *> header();
    HeaderContext* header(size_t i);
    std::vector<Import_lineContext *> import_line();
    Import_lineContext* import_line(size_t i);
    std::vector<Const_lineContext *> const_line();
    Const_lineContext* const_line(size_t i);
    std::vector<Type_lineContext *> type_line();
    Type_lineContext* type_line(size_t i);
    std::vector<Enum_blockContext *> enum_block();
    Enum_blockContext* enum_block(size_t i);
    std::vector<Union_blockContext *> union_block();
    Union_blockContext* union_block(size_t i);
    std::vector<Struct_blockContext *> struct_block();
    Struct_blockContext* struct_block(size_t i);
    std::vector<Memory_blockContext *> memory_block();
    Memory_blockContext* memory_block(size_t i);
    std::vector<Session_blockContext *> session_block();
    Session_blockContext* session_block(size_t i);

   
  };

  FileContext* file();

  class  HeaderContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::IntegerContext *value = nullptr;;
    TicParser::IntegerContext *oldest = nullptr;;
    HeaderContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_PROTOCOL();
    antlr4::tree::TerminalNode *SEMICOLON();
    NameContext *name();
    antlr4::tree::TerminalNode *KW_EDITION();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LIMIT();
    antlr4::tree::TerminalNode *KW_TRANSPORT();
    antlr4::tree::TerminalNode *KW_TEXT();

   
  };

  HeaderContext* header();

  class  Import_lineContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *path = nullptr;;
    Import_lineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_IMPORT();
    antlr4::tree::TerminalNode *SEMICOLON();
    antlr4::tree::TerminalNode *STRING();

   
  };

  Import_lineContext* import_line();

  class  Const_lineContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::IntegerContext *value = nullptr;;
    Const_lineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *EQUALS();
    antlr4::tree::TerminalNode *SEMICOLON();
    NameContext *name();
    IntegerContext *integer();

   
  };

  Const_lineContext* const_line();

  class  Type_lineContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::DomainContext *of = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    Type_lineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_TYPE();
    antlr4::tree::TerminalNode *EQUALS();
    antlr4::tree::TerminalNode *SEMICOLON();
    NameContext *name();
    DomainContext *domain();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);

   
  };

  Type_lineContext* type_line();

  class  Enum_blockContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    Enum_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_ENUM();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    NameContext *name();
    std::vector<Enum_valueContext *> enum_value();
    Enum_valueContext* enum_value(size_t i);
    std::vector<Later_weightContext *> later_weight();
    Later_weightContext* later_weight(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SEMICOLON();
    antlr4::tree::TerminalNode* SEMICOLON(size_t i);

   
  };

  Enum_blockContext* enum_block();

  class  Enum_valueContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    TicParser::IntegerContext *until = nullptr;;
    TicParser::WeightContext *first = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    Enum_valueContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    WeightContext *weight();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);

   
  };

  Enum_valueContext* enum_value();

  class  Union_blockContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    Union_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_UNION();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    NameContext *name();
    std::vector<ArmContext *> arm();
    ArmContext* arm(size_t i);
    std::vector<Later_weightContext *> later_weight();
    Later_weightContext* later_weight(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SEMICOLON();
    antlr4::tree::TerminalNode* SEMICOLON(size_t i);

   
  };

  Union_blockContext* union_block();

  class  ArmContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::DomainContext *of = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    TicParser::IntegerContext *until = nullptr;;
    TicParser::WeightContext *first = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    ArmContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    NameContext *name();
    DomainContext *domain();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    WeightContext *weight();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);

   
  };

  ArmContext* arm();

  class  WeightContext : public antlr4::ParserRuleContext {
  public:
    TicParser::IntegerContext *value = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    WeightContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *TILDE();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    antlr4::tree::TerminalNode *KW_SINCE();

   
  };

  WeightContext* weight();

  class  Later_weightContext : public antlr4::ParserRuleContext {
  public:
    TicParser::WeightContext *of = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    Later_weightContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    WeightContext *weight();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);

   
  };

  Later_weightContext* later_weight();

  class  Struct_blockContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::FieldContext *fieldContext = nullptr;;
    std::vector<FieldContext *> fields;;
    Struct_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_STRUCT();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    NameContext *name();
    std::vector<FieldContext *> field();
    FieldContext* field(size_t i);

   
  };

  Struct_blockContext* struct_block();

  class  FieldContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::DomainContext *of = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    TicParser::IntegerContext *until = nullptr;;
    TicParser::HintContext *hintContext = nullptr;;
    std::vector<HintContext *> hints;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    FieldContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    antlr4::tree::TerminalNode *SEMICOLON();
    NameContext *name();
    DomainContext *domain();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    std::vector<HintContext *> hint();
    HintContext* hint(size_t i);
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  FieldContext* field();

  class  Memory_blockContext : public antlr4::ParserRuleContext {
  public:
    TicParser::Memory_entryContext *memory_entryContext = nullptr;;
    std::vector<Memory_entryContext *> entries;;
    Memory_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_MEMORY();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    std::vector<Memory_entryContext *> memory_entry();
    Memory_entryContext* memory_entry(size_t i);

   
  };

  Memory_blockContext* memory_block();

  class  Memory_entryContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::DomainContext *of = nullptr;;
    TicParser::DomainContext *item = nullptr;;
    TicParser::Memory_entryContext *memory_entryContext = nullptr;;
    std::vector<Memory_entryContext *> entries;;
    Memory_entryContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    NameContext *name();
    std::vector<DomainContext *> domain();
    DomainContext* domain(size_t i);
    antlr4::tree::TerminalNode *SEMICOLON();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    antlr4::tree::TerminalNode *KW_OF();
    std::vector<Memory_entryContext *> memory_entry();
    Memory_entryContext* memory_entry(size_t i);

   
  };

  Memory_entryContext* memory_entry();

  class  Session_blockContext : public antlr4::ParserRuleContext {
  public:
    Session_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_SESSION();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    std::vector<SideContext *> side();
    SideContext* side(size_t i);
    std::vector<Start_lineContext *> start_line();
    Start_lineContext* start_line(size_t i);
    std::vector<State_blockContext *> state_block();
    State_blockContext* state_block(size_t i);

   
  };

  Session_blockContext* session_block();

  class  SideContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *key = nullptr;;
    SideContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    antlr4::tree::TerminalNode *KW_CLIENT();
    antlr4::tree::TerminalNode *KW_SERVER();
    std::vector<SaysContext *> says();
    SaysContext* says(size_t i);
    std::vector<Later_weightContext *> later_weight();
    Later_weightContext* later_weight(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SEMICOLON();
    antlr4::tree::TerminalNode* SEMICOLON(size_t i);

   
  };

  SideContext* side();

  class  SaysContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    TicParser::IntegerContext *until = nullptr;;
    TicParser::WeightContext *first = nullptr;;
    SaysContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    WeightContext *weight();

   
  };

  SaysContext* says();

  class  Start_lineContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    Start_lineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_START();
    antlr4::tree::TerminalNode *SEMICOLON();
    NameContext *name();

   
  };

  Start_lineContext* start_line();

  class  State_blockContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    TicParser::NameContext *outer = nullptr;;
    TicParser::Rule_lineContext *rule_lineContext = nullptr;;
    std::vector<Rule_lineContext *> rules;;
    State_blockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_STATE();
    antlr4::tree::TerminalNode *OPEN_BRACE();
    antlr4::tree::TerminalNode *CLOSE_BRACE();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    std::vector<Rule_lineContext *> rule_line();
    Rule_lineContext* rule_line(size_t i);

   
  };

  State_blockContext* state_block();

  class  Rule_lineContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *key = nullptr;;
    Rule_lineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *SEMICOLON();
    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_PUSH();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  Rule_lineContext* rule_line();

  class  DomainContext : public antlr4::ParserRuleContext {
  public:
    TicParser::DomainContext *of = nullptr;;
    TicParser::HintContext *first = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    antlr4::Token *s41 = nullptr;;
    std::vector<antlr4::Token *> optional;;
    TicParser::NameContext *content = nullptr;;
    TicParser::BoundsContext *range = nullptr;;
    TicParser::Type_nameContext *id = nullptr;;
    DomainContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_LIST();
    antlr4::tree::TerminalNode *OPEN_PAREN();
    antlr4::tree::TerminalNode *CLOSE_PAREN();
    DomainContext *domain();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    HintContext *hint();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);
    std::vector<antlr4::tree::TerminalNode *> QUESTION();
    antlr4::tree::TerminalNode* QUESTION(size_t i);
    std::vector<Later_hintContext *> later_hint();
    Later_hintContext* later_hint(size_t i);
    std::vector<BoundsContext *> bounds();
    BoundsContext* bounds(size_t i);
    antlr4::tree::TerminalNode *KW_SEALED();
    NameContext *name();
    Type_nameContext *type_name();

   
  };

  DomainContext* domain();

  class  BoundsContext : public antlr4::ParserRuleContext {
  public:
    TicParser::IntegerContext *low = nullptr;;
    TicParser::IntegerContext *high = nullptr;;
    BoundsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    antlr4::tree::TerminalNode *DOTS();

   
  };

  BoundsContext* bounds();

  class  HintContext : public antlr4::ParserRuleContext {
  public:
    TicParser::LiteralContext *value = nullptr;;
    TicParser::ConstantContext *is = nullptr;;
    TicParser::Hint_nameContext *id = nullptr;;
    TicParser::NameContext *second = nullptr;;
    TicParser::IntegerContext *count = nullptr;;
    antlr4::Token *sign = nullptr;;
    TicParser::IntegerContext *delta = nullptr;;
    TicParser::IntegerContext *within = nullptr;;
    TicParser::IntegerContext *magnitude = nullptr;;
    TicParser::IntegerContext *since = nullptr;;
    HintContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> TILDE();
    antlr4::tree::TerminalNode* TILDE(size_t i);
    antlr4::tree::TerminalNode *KW_IS();
    LiteralContext *literal();
    ConstantContext *constant();
    Hint_nameContext *hint_name();
    antlr4::tree::TerminalNode *KW_SINCE();
    std::vector<IntegerContext *> integer();
    IntegerContext* integer(size_t i);
    antlr4::tree::TerminalNode *DOT();
    antlr4::tree::TerminalNode *OPEN_PAREN();
    antlr4::tree::TerminalNode *CLOSE_PAREN();
    antlr4::tree::TerminalNode *PLUS();
    antlr4::tree::TerminalNode *MINUS();
    NameContext *name();

   
  };

  HintContext* hint();

  class  Later_hintContext : public antlr4::ParserRuleContext {
  public:
    TicParser::HintContext *of = nullptr;;
    TicParser::MarkContext *markContext = nullptr;;
    std::vector<MarkContext *> marks;;
    Later_hintContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    HintContext *hint();
    std::vector<MarkContext *> mark();
    MarkContext* mark(size_t i);

   
  };

  Later_hintContext* later_hint();

  class  ConstantContext : public antlr4::ParserRuleContext {
  public:
    TicParser::LiteralContext *number = nullptr;;
    antlr4::Token *text = nullptr;;
    TicParser::NameContext *id = nullptr;;
    ConstantContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    LiteralContext *literal();
    antlr4::tree::TerminalNode *STRING();
    NameContext *name();

   
  };

  ConstantContext* constant();

  class  MarkContext : public antlr4::ParserRuleContext {
  public:
    TicParser::NameContext *id = nullptr;;
    antlr4::Token *text = nullptr;;
    TicParser::NameContext *first = nullptr;;
    TicParser::NameContext *second = nullptr;;
    MarkContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *AT();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    antlr4::tree::TerminalNode *OPEN_PAREN();
    antlr4::tree::TerminalNode *CLOSE_PAREN();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *DOT();

   
  };

  MarkContext* mark();

  class  IntegerContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *minus = nullptr;;
    antlr4::Token *digits = nullptr;;
    TicParser::NameContext *id = nullptr;;
    IntegerContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *MINUS();
    NameContext *name();

   
  };

  IntegerContext* integer();

  class  LiteralContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *minus = nullptr;;
    antlr4::Token *digits = nullptr;;
    LiteralContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *MINUS();

   
  };

  LiteralContext* literal();

  class  NameContext : public antlr4::ParserRuleContext {
  public:
    NameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WORD();
    antlr4::tree::TerminalNode *KW_PROTOCOL();
    antlr4::tree::TerminalNode *KW_EDITION();
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LIMIT();
    antlr4::tree::TerminalNode *KW_TRANSPORT();
    antlr4::tree::TerminalNode *KW_TEXT();
    antlr4::tree::TerminalNode *KW_IMPORT();
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *KW_TYPE();
    antlr4::tree::TerminalNode *KW_ENUM();
    antlr4::tree::TerminalNode *KW_UNION();
    antlr4::tree::TerminalNode *KW_STRUCT();
    antlr4::tree::TerminalNode *KW_MEMORY();
    antlr4::tree::TerminalNode *KW_SESSION();
    antlr4::tree::TerminalNode *KW_CLIENT();
    antlr4::tree::TerminalNode *KW_SERVER();
    antlr4::tree::TerminalNode *KW_START();
    antlr4::tree::TerminalNode *KW_STATE();
    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_PUSH();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    antlr4::tree::TerminalNode *KW_OF();
    antlr4::tree::TerminalNode *KW_IS();
    antlr4::tree::TerminalNode *KW_LIST();
    antlr4::tree::TerminalNode *KW_SEALED();

   
  };

  NameContext* name();

  class  Type_nameContext : public antlr4::ParserRuleContext {
  public:
    Type_nameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WORD();
    antlr4::tree::TerminalNode *KW_PROTOCOL();
    antlr4::tree::TerminalNode *KW_EDITION();
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LIMIT();
    antlr4::tree::TerminalNode *KW_TRANSPORT();
    antlr4::tree::TerminalNode *KW_TEXT();
    antlr4::tree::TerminalNode *KW_IMPORT();
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *KW_TYPE();
    antlr4::tree::TerminalNode *KW_ENUM();
    antlr4::tree::TerminalNode *KW_UNION();
    antlr4::tree::TerminalNode *KW_STRUCT();
    antlr4::tree::TerminalNode *KW_MEMORY();
    antlr4::tree::TerminalNode *KW_SESSION();
    antlr4::tree::TerminalNode *KW_CLIENT();
    antlr4::tree::TerminalNode *KW_SERVER();
    antlr4::tree::TerminalNode *KW_START();
    antlr4::tree::TerminalNode *KW_STATE();
    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_PUSH();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    antlr4::tree::TerminalNode *KW_OF();
    antlr4::tree::TerminalNode *KW_IS();

   
  };

  Type_nameContext* type_name();

  class  Hint_nameContext : public antlr4::ParserRuleContext {
  public:
    Hint_nameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WORD();
    antlr4::tree::TerminalNode *KW_PROTOCOL();
    antlr4::tree::TerminalNode *KW_EDITION();
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LIMIT();
    antlr4::tree::TerminalNode *KW_TRANSPORT();
    antlr4::tree::TerminalNode *KW_TEXT();
    antlr4::tree::TerminalNode *KW_IMPORT();
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *KW_TYPE();
    antlr4::tree::TerminalNode *KW_ENUM();
    antlr4::tree::TerminalNode *KW_UNION();
    antlr4::tree::TerminalNode *KW_STRUCT();
    antlr4::tree::TerminalNode *KW_MEMORY();
    antlr4::tree::TerminalNode *KW_SESSION();
    antlr4::tree::TerminalNode *KW_CLIENT();
    antlr4::tree::TerminalNode *KW_SERVER();
    antlr4::tree::TerminalNode *KW_START();
    antlr4::tree::TerminalNode *KW_STATE();
    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_PUSH();
    antlr4::tree::TerminalNode *KW_SINCE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    antlr4::tree::TerminalNode *KW_OF();
    antlr4::tree::TerminalNode *KW_LIST();
    antlr4::tree::TerminalNode *KW_SEALED();

   
  };

  Hint_nameContext* hint_name();


private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace tic::parse::generated
