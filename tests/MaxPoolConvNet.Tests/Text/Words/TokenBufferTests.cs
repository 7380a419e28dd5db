using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class TokenBufferTests
{
    [Fact]
    public void Add_CopiesTokenAndWord()
    {
        TokenBuffer tokens = new();
        char[] word = ['a', 'b'];
        tokens.Add(new Token(3, 2), word);
        word[0] = 'x';
        tokens.Add(new Token(9, 1), "c");
        Assert.Equal(2, tokens.Count);
        Assert.Equal(new Token(3, 2), tokens[0]);
        Assert.Equal(new Token(9, 1), tokens[1]);
        Assert.Equal("ab", tokens.Word(0).ToString());
        Assert.Equal("c", tokens.Word(1).ToString());
    }

    [Fact]
    public void Add_GrowsAsNeeded()
    {
        TokenBuffer tokens = new();
        for (int i = 0; i < 1000; i++)
            tokens.Add(new Token(i, 1), new string('w', 1 + (i % 700)));
        Assert.Equal(1000, tokens.Count);
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(1 + (i % 700), tokens.Word(i).Length));
    }

    [Fact]
    public void Add_ChecksItsArguments()
    {
        TokenBuffer tokens = new();
        Assert.StartsWith(
            "A token's start and length are at least 0, its end below 2³¹.",
            Assert.Throws<ArgumentOutOfRangeException>(() => tokens.Add(new Token(-1, 1), "a")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.Add(new Token(0, -1), "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.Add(new Token(int.MaxValue, 1), "a"));
        Assert.StartsWith(
            "The token of length 1 at 7 has an empty word.",
            Assert.Throws<ArgumentException>(() => tokens.Add(new Token(7, 1), "")).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, tokens.Count);

        tokens.Add(new Token(int.MaxValue - 1, 1), "last");
        tokens.Add(new Token(0, 0), "nothing");
        Assert.Equal([new Token(int.MaxValue - 1, 1), new Token(0, 0)], Enumerable.Range(0, tokens.Count).Select(at => tokens[at]));
    }

    [Fact]
    public void Clear_RemovesTheTokens()
    {
        TokenBuffer tokens = new();
        tokens.Add(new Token(0, 1), "a");
        tokens.Clear();
        Assert.Equal(0, tokens.Count);
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => tokens[0]).Message;
        Assert.StartsWith("There are 0 tokens.", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => tokens.Word(0).Length);
        tokens.Add(new Token(0, 1), "b");
        Assert.Equal("b", tokens.Word(0).ToString());
    }

    [Fact]
    public void Tokens_AllocateNothingOnceGrown()
    {
        const string Text = "Don't you (of all people!!!) say that\u2026 \u4E2D\u6587 na\u00EFve \U0001F469\u200D\U0001F680 don\u2019t";
        ITokenizer[] tokenizers = [new WordTokenizer(), new WordTokenizer(new() { LowerCase = false }), new WhitespaceTokenizer(), new SubwordTokenizer()];
        foreach (ITokenizer tokenizer in tokenizers)
        {
            TokenBuffer tokens = new();
            tokenizer.Tokenize(Text, tokens);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                tokens.Clear();
                tokenizer.Tokenize(Text, tokens);
            }
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
