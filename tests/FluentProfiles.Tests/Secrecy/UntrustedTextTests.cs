using CsCheck;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Tests.Secrecy;

public sealed class UntrustedTextTests
{
    private static readonly Gen<string> Around = Gen.String[
        Gen.OneOf(Gen.Char[' ', '~'], Gen.Char["\n\u202e\u2028\u200b\ud83dé%"]),
        0,
        30
    ];

    private static readonly string[] Forms = [.. EchoedKey.Forms.Values];

    private readonly UntrustedText texts = new();

    public UntrustedTextTests() => texts.AddSecret(EchoedKey.Key);

    [Fact]
    public void AnyTextAroundAnyForm_HidesTheKey() =>
        Gen.Select(Around, Gen.Int[0, Forms.Length - 1], Around)
            .Sample(
                (before, number, after) =>
                {
                    var form = Forms[number];
                    var shown = texts.Clean(before + form + after);

                    Assert.False(EchoedKey.IsIn(shown), shown);
                    Assert.InRange(shown.Length, 1, 1001);
                    Assert.DoesNotContain(
                        shown,
                        c => char.IsControl(c) || c is '\u202e' or '\u2028' or '\u200b' or '\ud83d'
                    );
                    Assert.True(texts.HasCredentials(before + form + after));
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("req_011CQd", "req_011CQd")]
    [InlineData("", "")]
    [InlineData("größer als 5 % — 例え 😀", "größer als 5 % — 例え 😀")]
    [InlineData("100%zz", "100%zz")]
    [InlineData("one\r\ntwo\u0085three\u2028four\u2029five", "one  two three four five")]
    [InlineData("a\u202eb\u2066c\u200fd\u061ce\ufefff\u00adg", "a b c d e f g")]
    [InlineData("\u001b[31mred", " [31mred")]
    [InlineData("tunnel to http://user:word@proxy.test:80/ failed", "tunnel to http://…@proxy.test:80/ failed")]
    [InlineData("write to me@example.com", "write to me@example.com")]
    public void Text_IsCleaned(string text, string shown) => Assert.Equal(shown, texts.Clean(text));

    [Fact]
    public void CleanText_IsTheSameObject()
    {
        var text = new string("req_011CQd");

        Assert.Same(text, texts.Clean(text));
        Assert.False(texts.HasCredentials(text));
    }

    [Fact]
    public void LatestTokens_AreHidden()
    {
        for (var i = 0; i < 20; i++)
            texts.AddSecret($"token-number-{i}");

        Assert.Equal("…, …", texts.Clean("token-number-19, token-number-5"));
    }

    [Fact]
    public void ShortKey_IsNoCredential()
    {
        texts.AddSecret("key");
        texts.AddSecret("");
        texts.AddSecret(null);

        Assert.Equal("The key is wrong", texts.Clean("The key is wrong"));
    }

    [Fact]
    public void Exception_KeepsItsTypeAndLosesTheKey()
    {
        var failure = Thrown(
            new HttpRequestException(
                HttpRequestError.InvalidResponse,
                $"invalid line: {EchoedKey.Key}",
                new IOException(EchoedKey.Key, new TimeoutException($"u202e\u202e{EchoedKey.Key}"))
            )
        );

        var clean = texts.Clean(failure);

        var http = Assert.IsType<HttpRequestException>(clean);
        Assert.Equal((HttpRequestError.InvalidResponse, "invalid line: …"), (http.HttpRequestError, http.Message));
        Assert.IsType<TimeoutException>(Assert.IsType<IOException>(http.InnerException).InnerException);
        Assert.False(EchoedKey.IsIn(clean.ToString()));
        Assert.Contains(nameof(Thrown), clean.StackTrace);
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("\\\\")]
    [InlineData("%5C")]
    [InlineData("%")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("\\u00")]
    public void EscapeCutOffBeforeAnyForm_HidesTheKey(string before) =>
        Assert.All(
            Forms,
            form =>
            {
                Assert.True(texts.HasCredentials(before + form), form);
                Assert.False(EchoedKey.IsIn(texts.Clean(before + form)), form);
            }
        );

    [Fact]
    public void ExceptionWithDataOfAKey_LosesIt()
    {
        var failure = new InvalidDataException("broken") { Data = { ["header"] = $"Bearer {EchoedKey.Key}" } };

        Assert.Empty(Assert.IsType<InvalidDataException>(texts.Clean(failure)).Data);
    }

    [Fact]
    public void CleanException_IsTheSameObject()
    {
        var failure = Thrown(new HttpRequestException("connection refused", new ObjectDisposedException("handler")));

        Assert.Same(failure, texts.Clean(failure));
    }

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
