" Vim syntax for Tic, the language of .tic files (tictoc). See README.md beside this file for where it goes.
if exists("b:current_syntax")
  finish
endif

syntax case match
syntax sync fromstart
setlocal iskeyword=@,48-57,_
setlocal commentstring=//\ %s

syntax keyword ticHeader protocol edition version oldest limit transport datagram model import
syntax keyword ticDeclaration const type enum union struct memory session
syntax keyword ticSession client server start state in on reply go push
syntax keyword ticLife since until
syntax keyword ticDomain bool uint sint f32 f64 int bytes utf8 text list sealed
syntax match ticDomain "\<u\([1-9]\|[1-5][0-9]\|6[0-4]\)\>"
syntax match ticDomain "\<i\([2-9]\|[1-5][0-9]\|6[0-4]\)\>"
syntax keyword ticBoolean true false
syntax keyword ticMemory recent of

" A name before a colon or in a declaration is a name, whatever word it is.
syntax match ticField "\<\h\w*\ze\s*:"
syntax match ticName "\(\<\(protocol\|const\|type\|enum\|union\|struct\|state\|start\|go\)\s\+\)\@<=\h\w*"

syntax match ticTilde "\~"
syntax match ticHint "\(\~\s*\)\@<=\(last\|same\|is\|recent\)\>"
syntax keyword ticHint within
syntax match ticMark "@\h\w*"
syntax match ticNumber "-\?\<\d[0-9_]*\>"
syntax match ticNumber "-\?\<0x[0-9A-Fa-f_]\+\>"
syntax match ticRange "\.\."
syntax match ticEscape contained "\\\(u\x\{4}\|[\"\\/bfnrt]\)"
syntax region ticString start=+"+ skip=+\\.+ end=+"+ oneline contains=ticEscape
syntax keyword ticTodo contained TODO FIXME
syntax match ticComment "//.*$" contains=ticTodo,@Spell
syntax match ticDoc "///.*$" contains=ticTodo,@Spell

highlight default link ticHeader Keyword
highlight default link ticDeclaration Keyword
highlight default link ticSession Statement
highlight default link ticLife Statement
highlight default link ticDomain Type
highlight default link ticBoolean Boolean
highlight default link ticMemory Keyword
highlight default link ticField Identifier
highlight default link ticName Function
highlight default link ticTilde Operator
highlight default link ticRange Operator
highlight default link ticHint Special
highlight default link ticMark PreProc
highlight default link ticNumber Number
highlight default link ticString String
highlight default link ticEscape SpecialChar
highlight default link ticComment Comment
highlight default link ticDoc SpecialComment
highlight default link ticTodo Todo

let b:current_syntax = "tic"
