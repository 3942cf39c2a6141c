// The language of .tic files, for ANTLR 4: no embedded code, no predicates, and one token of lookahead is enough (but where a comma was
// forgotten before `since` or `until`).
//
// It takes more than the language page allows, on purpose: what is parsed and refused afterwards (parse/build_*.cpp) gets
// a sentence that helps. Any keyword may be any name, so the rules for names list them all.
grammar Tic;

file
    : (header | import_line | const_line | type_line | enum_block | union_block | struct_block | memory_block | session_block)* EOF
    ;

// Order and number of the header's lines are checked afterwards.
header
    : 'protocol' id=name ';'
    | 'edition' value=integer ';'
    | 'version' value=integer ('oldest' oldest=integer)? ';'
    | 'limit' value=integer ';'
    | 'transport' id=name ';'
    | 'text' 'model' id=name ';'
    ;

import_line : 'import' path=STRING ';' ;
const_line  : 'const' id=name '=' value=integer ';' ;
type_line   : 'type' id=name '=' of=domain marks+=mark* ';' ;

// A weight after a comma belongs to the item before it; that needs no second token of lookahead if commas stand loose.
enum_block : 'enum' id=name '{' (enum_value | later_weight | ',' | ';')* '}' ;
enum_value : id=name ('since' since=integer)? ('until' until=integer)? first=weight? marks+=mark* ;

union_block : 'union' id=name '{' (arm | later_weight | ',' | ';')* '}' ;
arm         : id=name ':' of=domain ('since' since=integer)? ('until' until=integer)? first=weight? marks+=mark* ;

weight       : '~' value=integer ('since' since=integer)? ;
later_weight : of=weight marks+=mark* ;

struct_block : 'struct' id=name '{' fields+=field* '}' ;
field
    : id=name ':' of=domain ('since' since=integer)? ('until' until=integer)?
      (hints+=hint (',' hints+=hint)*)? marks+=mark* ';'
    ;

// `recent(n) of T` reads its first half as a domain with bounds.
memory_block : 'memory' '{' entries+=memory_entry* '}' ;
memory_entry : id=name ':' of=domain ('of' item=domain)? (';' | '{' entries+=memory_entry* '}') ;

session_block : 'session' '{' (side | start_line | state_block)* '}' ;
side          : key=('client' | 'server') '{' (says | later_weight | ',' | ';')* '}' ;
says          : id=name ('since' since=integer)? ('until' until=integer)? first=weight? ;
start_line    : 'start' id=name ';' ;
state_block   : 'state' id=name ('in' outer=name)? '{' rules+=rule_line* '}' ;
// on A, B reply X go S, Y;   on A go S;   push A, B;   Which of the words are keywords is seen afterwards.
rule_line     : key=('on' | 'push') (name | ',')* ';' ;

domain
    : 'list' '(' of=domain first=hint? marks+=mark* (',' (later_hint | bounds))* ')' optional+='?'*
    | 'sealed' '(' content=name ',' range=bounds ')' optional+='?'*
    | id=type_name ('(' range=bounds ')')? optional+='?'*
    ;
bounds : low=integer ('..' high=integer)? ;

hint
    : '~' ( value=literal | 'is' is=constant | id=hint_name ('.' second=name | '(' count=integer ')')? )
      (sign=('+' | '-') delta=integer)? ('within' within=integer)? ('~' magnitude=integer)? ('since' since=integer)?
    ;
later_hint : of=hint marks+=mark* ;
constant   : number=literal | text=STRING | id=name ;

mark : '@' id=name ('(' (text=STRING | first=name ('.' second=name)?) ')')? ;

integer : minus='-'? digits=NUMBER | id=name ;
literal : minus='-'? digits=NUMBER ;

// Three times nearly the same words, rather than one rule inside another: names are half of a file, and time follows.
name
    : WORD | 'protocol' | 'edition' | 'version' | 'oldest' | 'limit' | 'transport' | 'text' | 'model' | 'import' |
    'const' | 'type' | 'enum' | 'union' | 'struct' | 'memory' | 'session' | 'client' | 'server' | 'start' | 'state'
    | 'in' | 'on' | 'push' | 'since' | 'until' | 'of' | 'within' | 'is' | 'list' | 'sealed'
    ;
// Not `list` and `sealed`, which begin domains.
type_name
    : WORD | 'protocol' | 'edition' | 'version' | 'oldest' | 'limit' | 'transport' | 'text' | 'model' | 'import' |
    'const' | 'type' | 'enum' | 'union' | 'struct' | 'memory' | 'session' | 'client' | 'server' | 'start' | 'state'
    | 'in' | 'on' | 'push' | 'since' | 'until' | 'of' | 'within' | 'is'
    ;
// Not `is`, which begins a hint.
hint_name
    : WORD | 'protocol' | 'edition' | 'version' | 'oldest' | 'limit' | 'transport' | 'text' | 'model' | 'import' |
    'const' | 'type' | 'enum' | 'union' | 'struct' | 'memory' | 'session' | 'client' | 'server' | 'start' | 'state'
    | 'in' | 'on' | 'push' | 'since' | 'until' | 'of' | 'within' | 'list' | 'sealed'
    ;

// Named for the code that explains errors; the rest stay nameless.
KW_PROTOCOL : 'protocol' ;  KW_EDITION : 'edition' ;  KW_VERSION : 'version' ;  KW_LIMIT : 'limit' ;  KW_TRANSPORT : 'transport' ;
KW_TEXT : 'text' ;  KW_IMPORT : 'import' ;  KW_CONST : 'const' ;  KW_TYPE : 'type' ;  KW_ENUM : 'enum' ;
KW_UNION : 'union' ;  KW_STRUCT : 'struct' ;  KW_MEMORY : 'memory' ;  KW_SESSION : 'session' ;  KW_CLIENT : 'client' ;
KW_SERVER : 'server' ;  KW_START : 'start' ;  KW_STATE : 'state' ;  KW_ON : 'on' ;  KW_PUSH : 'push' ;
KW_IS : 'is' ;  KW_LIST : 'list' ;  KW_SEALED : 'sealed' ;  KW_SINCE : 'since' ;  KW_UNTIL : 'until' ;
KW_OF : 'of' ;
SEMICOLON : ';' ;  COMMA : ',' ;  COLON : ':' ;  EQUALS : '=' ;  OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;  OPEN_PAREN : '(' ;  CLOSE_PAREN : ')' ;  TILDE : '~' ;  AT : '@' ;
QUESTION : '?' ;  MINUS : '-' ;  PLUS : '+' ;  DOT : '.' ;  DOTS : '..' ;

WORD   : [A-Za-z_] [A-Za-z0-9_]* ;
// Also what is nearly a number; the exact spelling is checked afterwards. `0..5` stays three tokens.
NUMBER : [0-9] [0-9A-Za-z_]* ('.' [0-9] [0-9A-Za-z_]*)? ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;

DOC     : '///' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n]+ -> skip ;

// Habits from other languages: told apart to be explained, never valid.
BLOCK_COMMENT : '/*' .*? '*/' -> channel(HIDDEN) ;
HASH_COMMENT  : '#' ~[\r\n]* -> channel(HIDDEN) ;
OPEN_STRING   : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? ;
QUOTED        : '\'' ~['\r\n]* '\'' ;
FOREIGN       : [[\]<>] ;
BAD           : . -> channel(HIDDEN) ;
