package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax.Blocks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a semicolon ends a statement, or only a nested statement in a block.
 *
 * <p>A word opens or closes a block only where a statement can begin: elsewhere {@code if} is a function, and
 * {@code end} can be a column. Statements begin after a semicolon, {@code begin}, {@code then}, {@code else},
 * {@code loop} or a label, and at the start of a routine's body.
 */
final class BlockTracker {

    /** The kinds of open blocks. */
    private enum Block {
        BEGIN,
        IF,
        CASE,
        /** A {@code case} expression, which ends with {@code end}. */
        CASE_EXPRESSION,
        LOOP,
        REPEAT,
        WHILE,
        FOR
    }

    /** The part of a routine's header that is being read. */
    private enum Header {
        /** Not yet known whether this is a routine. */
        KIND,
        /** A routine before its parameters. */
        PARAMETERS,
        /** A trigger before {@code for each row}. */
        TRIGGER,
        /** An event before {@code do}. */
        EVENT,
        /** The next word that begins a statement begins the body. */
        BODY,
        /** No header, or after it. */
        NONE
    }

    private static final Set<String> BLOCK_WORDS = Set.of("if", "case", "loop", "repeat", "while", "for");

    private static final Set<String> STATEMENT_WORDS = Set.of(
            "begin",
            "if",
            "case",
            "while",
            "loop",
            "repeat",
            "for",
            "return",
            "select",
            "insert",
            "update",
            "delete",
            "set",
            "call",
            "replace",
            "with",
            "create",
            "alter",
            "drop",
            "truncate",
            "signal",
            "resignal",
            "get",
            "declare",
            "open",
            "close",
            "fetch",
            "do",
            "execute",
            "prepare",
            "deallocate",
            "start",
            "commit",
            "rollback",
            "savepoint",
            "lock",
            "unlock",
            "leave",
            "iterate",
            "grant",
            "revoke",
            "analyze",
            "optimize",
            "flush",
            "values",
            "table",
            "merge",
            "raise");

    private static final Set<String> BEFORE_KIND =
            Set.of("or", "replace", "definer", "aggregate", "temporary", "temp", "current_user", "current_role", "if");

    private static final Set<String> HANDLERS = Set.of("continue", "exit", "undo");

    /** Words after {@code begin} that start a transaction or a conversation, not a block. */
    private static final Set<String> TRANSACTIONS =
            Set.of("transaction", "tran", "distributed", "dialog", "conversation", "work");

    private final Blocks blocks;
    private final Deque<Block> open = new ArrayDeque<>();
    private Header header = Header.NONE;
    private int read;
    private boolean inBody;
    private boolean atStart;
    private boolean labelled;
    private boolean afterEnd;
    private boolean afterBegin;
    private boolean handler;
    private boolean until;
    private boolean wholeBatch;
    private boolean needsDelimiter;
    private boolean variables;
    private int parentheses;
    private String before = "";

    BlockTracker(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Starts a new statement. */
    void reset() {
        open.clear();
        header = Header.NONE;
        read = 0;
        inBody = false;
        atStart = false;
        labelled = false;
        afterEnd = false;
        afterBegin = false;
        handler = false;
        until = false;
        wholeBatch = false;
        needsDelimiter = false;
        parentheses = 0;
        before = "";
    }

    /** Returns whether a block is open, so that a semicolon ends a nested statement. */
    boolean isOpen() {
        return !open.isEmpty() || wholeBatch || variables;
    }

    /** Returns whether an open block needs an end. */
    boolean needsEnd() {
        return !open.isEmpty();
    }

    /**
     * Returns whether the body is in another language or in Oracle's syntax, where the meaning of a semicolon is
     * unknown.
     */
    boolean needsDelimiter() {
        return needsDelimiter;
    }

    boolean isInParentheses() {
        return parentheses > 0;
    }

    /** Ends a batch, and with it its variables. */
    void forgetVariables() {
        variables = false;
    }

    /** Returns the words that end the innermost block. */
    String innermost() {
        Block block = open.peek();
        return block == null || block == Block.BEGIN || block == Block.CASE_EXPRESSION
                ? "end"
                : "end " + block.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the next token that is not blank. */
    void take(SqlLexer token) {
        if (blocks == Blocks.NONE) {
            return;
        }
        if (token.kind() == Kind.WORD) {
            word(token.text().toLowerCase(Locale.ROOT));
        } else if (token.kind() == Kind.SYMBOL) {
            symbol(token);
        } else {
            other(token.kind() == Kind.QUOTED_NAME ? "name" : "");
        }
    }

    /** Reads a semicolon that ends only a nested statement. */
    void takeSemicolon() {
        while (open.peek() == Block.CASE_EXPRESSION) {
            open.pop();
        }
        atStart = true;
        handler = false;
        afterEnd = false;
        afterBegin = false;
        before = ";";
    }

    private void other(String what) {
        before = what;
        labelled = atStart && what.equals("name");
        atStart = false;
        afterEnd = false;
        afterBegin = false;
        read++;
    }

    private void symbol(SqlLexer token) {
        if (token.is('(')) {
            parentheses++;
        } else if (token.is(')')) {
            parentheses = Math.max(0, parentheses - 1);
            if (parentheses == 0 && header == Header.PARAMETERS) {
                header = Header.BODY;
            }
        }
        boolean label = token.is(':') && labelled;
        other(token.text());
        if (label) {
            atStart = true;
            inBody = true;
            header = Header.NONE;
        }
    }

    private void word(String word) {
        boolean name = before.equals(".") || before.equals("@");
        boolean begins = atStart;
        boolean start = read == 0;
        boolean second = read == 1;
        boolean behindEnd = afterEnd;
        boolean behindBegin = afterBegin;
        String previous = before;
        other(word);
        labelled = false;
        if (name) {
            return;
        }
        if (word.equals("handler") && HANDLERS.contains(previous) && inBody) {
            handler = true;
            return;
        }
        if (behindEnd && BLOCK_WORDS.contains(word) || blocks == Blocks.BATCH && behindEnd && isTry(word)) {
            return;
        }
        if (behindBegin && (word.equals("atomic") || word.equals("not") || isTry(word))) {
            afterBegin = word.equals("not");
            atStart = true;
            return;
        }
        if (blocks == Blocks.BATCH) {
            batch(word, start, previous);
        } else if (start) {
            firstWord(word);
        } else if (header != Header.NONE) {
            header(word, previous);
        } else if (inBody) {
            body(word, begins, previous);
        } else if (blocks == Blocks.COMPOUND) {
            compound(word, previous, second);
        }
    }

    private static boolean isTry(String word) {
        return word.equals("try") || word.equals("catch");
    }

    /** A block that is a statement of its own is recognized by its second word: {@code begin not atomic}. */
    private void compound(String word, String previous, boolean second) {
        if (second && previous.equals("begin") && word.equals("not")) {
            inBody = true;
            open.push(Block.BEGIN);
            afterBegin = true;
        }
    }

    private void firstWord(String word) {
        if (word.equals("create") || word.equals("alter")) {
            header = Header.KIND;
        } else if (blocks == Blocks.COMPOUND && BLOCK_WORDS.contains(word)) {
            inBody = true;
            body(word, true, "");
        } else {
            labelled = blocks == Blocks.COMPOUND;
        }
    }

    private void header(String word, String previous) {
        switch (header) {
            case KIND -> kind(word, previous);
            case TRIGGER -> trigger(word, previous);
            case EVENT -> {
                if (word.equals("do") && parentheses == 0) {
                    enterBody(true);
                }
            }
            case BODY -> beginOfBody(word, previous);
            default -> {
                needsDelimiter |= parentheses == 0 && (word.equals("as") || word.equals("is"));
                expression(word);
            }
        }
    }

    private void kind(String word, String previous) {
        switch (word) {
            case "procedure", "function" ->
                header = blocks == Blocks.TRIGGER
                        ? Header.NONE
                        : blocks == Blocks.ATOMIC ? Header.BODY : Header.PARAMETERS;
            case "trigger" -> header = blocks == Blocks.ATOMIC ? Header.NONE : Header.TRIGGER;
            case "package" -> needsDelimiter = blocks == Blocks.COMPOUND;
            case "event" -> header = blocks == Blocks.ROUTINE || blocks == Blocks.COMPOUND ? Header.EVENT : Header.NONE;
            default -> {
                boolean definer = previous.equals("=") || previous.equals("@");
                if (!BEFORE_KIND.contains(word) && !definer) {
                    header = Header.NONE;
                }
            }
        }
    }

    private void trigger(String word, String previous) {
        boolean name = Set.of("trigger", "exists", "on", "of", ",").contains(previous);
        if (word.equals("begin") && !name && parentheses == 0) {
            beginOfBody(word, previous);
        } else if (previous.equals("each") && (word.equals("row") || word.equals("statement"))) {
            header = blocks == Blocks.TRIGGER ? Header.TRIGGER : Header.BODY;
        } else {
            expression(word);
        }
    }

    private void beginOfBody(String word, String previous) {
        if (parentheses > 0) {
            return;
        }
        if (blocks == Blocks.ATOMIC) {
            if (previous.equals("begin") && word.equals("atomic")) {
                enterBody(true);
                open.push(Block.BEGIN);
            }
        } else if (word.equals("as") || word.equals("is")) {
            needsDelimiter = true;
        } else if (STATEMENT_WORDS.contains(word) && !isOfHeader(word, previous)) {
            enterBody(true);
            body(word, true, previous);
        } else {
            labelled = true;
        }
    }

    /** {@code returns char character set utf8}, {@code create function if not exists}. */
    private static boolean isOfHeader(String word, String previous) {
        return word.equals("set") && (previous.equals("character") || previous.equals("char"))
                || word.equals("table") && previous.equals("returns");
    }

    private void enterBody(boolean start) {
        header = Header.NONE;
        inBody = true;
        atStart = start;
    }

    private void body(String word, boolean begins, String previous) {
        if (previous.equals("as")) {
            return;
        }
        if (handler && STATEMENT_WORDS.contains(word) && !word.equals("for")) {
            handler = false;
            statement(word);
        } else if (begins && !previous.equals("xa")) {
            statement(word);
        } else {
            expression(word);
        }
    }

    /** A word at the start of a statement. */
    private void statement(String word) {
        atStart = false;
        switch (word) {
            case "begin" -> {
                open.push(Block.BEGIN);
                atStart = true;
                afterBegin = true;
            }
            case "if" -> push(Block.IF, false);
            case "case" -> push(Block.CASE, false);
            case "loop" -> push(Block.LOOP, true);
            case "repeat" -> push(Block.REPEAT, true);
            case "while" -> push(Block.WHILE, false);
            case "for" -> push(Block.FOR, false);
            case "end" -> close();
            case "else" -> atStart = true;
            case "until" -> until = true;
            default -> labelled = true;
        }
    }

    private void push(Block block, boolean startsStatements) {
        if (blocks == Blocks.ATOMIC || blocks == Blocks.TRIGGER) {
            if (block == Block.CASE) {
                open.push(Block.CASE_EXPRESSION);
            }
            return;
        }
        open.push(block);
        atStart = startsStatements;
    }

    private void close() {
        if (!open.isEmpty()) {
            open.pop();
        }
        afterEnd = true;
    }

    /** A word at any other position. */
    private void expression(String word) {
        @Nullable Block innermost = open.peek();
        switch (word) {
            case "case" -> open.push(Block.CASE_EXPRESSION);
            case "end" -> {
                if (innermost == Block.CASE_EXPRESSION || innermost == Block.REPEAT && until) {
                    until &= innermost != Block.REPEAT;
                    close();
                    afterEnd = innermost == Block.REPEAT;
                }
            }
            case "then" -> atStart = innermost == Block.IF || innermost == Block.CASE;
            case "do", "loop" -> atStart = innermost == Block.WHILE || innermost == Block.FOR;
            default -> {
                // other words open and close nothing
            }
        }
    }

    /** Transact-SQL: a routine extends to the end of its batch, and so do statements that use the batch's variables. */
    private void batch(String word, boolean start, String previous) {
        if (start && (word.equals("create") || word.equals("alter"))) {
            header = Header.KIND;
            return;
        }
        if (header == Header.KIND) {
            if (!word.equals("or") && !word.equals("alter")) {
                wholeBatch = Set.of("procedure", "proc", "function", "trigger", "view", "schema")
                        .contains(word);
                header = Header.NONE;
            }
            return;
        }
        switch (word) {
            case "begin" -> {
                open.push(Block.BEGIN);
                afterBegin = true;
                inBody = true;
            }
            case "case" -> open.push(Block.CASE_EXPRESSION);
            case "end" -> close();
            case "declare" -> variables = true;
            default -> {
                if (previous.equals("begin") && TRANSACTIONS.contains(word)) {
                    open.pop();
                }
            }
        }
    }
}
