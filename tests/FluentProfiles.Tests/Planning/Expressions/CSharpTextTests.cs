using System.Linq.Expressions;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Tests.Planning.Expressions;

/// <summary>Expressions as people wrote them, and the same without values.</summary>
public sealed class CSharpTextTests
{
    private static readonly Func<string?, bool> Known = name => name is not null;
    private static readonly string Captured = "Bea";
    private static readonly string[] Letters = ["a"];

    private static readonly Dictionary<
        string,
        (Expression<Func<UserProfile, object?>> Written, string Text, string Redacted)
    > Cases = new()
    {
        ["text"] = (p => p.Name == "Bea", "p.Name == \"Bea\"", "p.Name == ?"),
        ["text with marks"] = (p => p.Name == "a\"b\\c\n", "p.Name == \"a\\\"b\\\\c\\n\"", "p.Name == ?"),
        ["null"] = (p => p.Name == null, "p.Name == null", "p.Name == null"),
        ["flags"] = (p => p.Name == null ? true : false, "p.Name == null ? true : false", "p.Name == null ? ? : ?"),
        ["letter"] = (p => p.Name!.StartsWith('B'), "p.Name.StartsWith('B')", "p.Name.StartsWith(?)"),
        ["static member"] = (
            p => p.CreatedAt < DateTimeOffset.MaxValue,
            "p.CreatedAt < DateTimeOffset.MaxValue",
            "p.CreatedAt < DateTimeOffset.MaxValue"
        ),
        ["not"] = (p => !p.AccessType.IsKnown, "!p.AccessType.IsKnown", "!p.AccessType.IsKnown"),
        ["not of both"] = (
            p => !(p.Name == null && p.Id == "x"),
            "!(p.Name == null && p.Id == \"x\")",
            "!(p.Name == null && p.Id == ?)"
        ),
        ["negation"] = (p => -p.Metadata.Count, "-p.Metadata.Count", "-p.Metadata.Count"),
        ["or within and"] = (
            p => (p.Name == null || p.Id == "x") && p.Metadata.Count > 1,
            "(p.Name == null || p.Id == \"x\") && p.Metadata.Count > 1",
            "(p.Name == null || p.Id == ?) && p.Metadata.Count > ?"
        ),
        ["arithmetic"] = (
            p => (p.Metadata.Count + 1) * 2 % 3 == 0,
            "(((p.Metadata.Count + 1) * 2) % 3) == 0",
            "(((p.Metadata.Count + ?) * ?) % ?) == ?"
        ),
        ["fallback"] = (p => (p.Name ?? "none") == "x", "(p.Name ?? \"none\") == \"x\"", "(p.Name ?? ?) == ?"),
        ["array"] = (p => new[] { p.Name, "x" }, "[p.Name, \"x\"]", "[p.Name, ?]"),
        ["list"] = (p => new List<string?> { p.Name, "x" }, "new List`1 { p.Name, \"x\" }", "new List`1 { p.Name, ? }"),
        ["initialiser"] = (
            p => new UserProfile { Id = p.Id, Name = "x" },
            "new UserProfile { Id = p.Id, Name = \"x\" }",
            "new UserProfile { Id = p.Id, Name = ? }"
        ),
        ["initialiser within"] = (
            p => new Outer { Inner = { Text = p.Id } },
            "new Outer { Inner = { … } }",
            "new Outer { Inner = { … } }"
        ),
        ["constructor"] = (
            p => new string('x', p.Id.Length),
            "new String('x', p.Id.Length)",
            "new String(?, p.Id.Length)"
        ),
        ["anonymous"] = (
            p => new
            {
                p.Id,
                Country = p.ExternalUserDetails.Country,
                Plan = p.Metadata["plan"],
            },
            "new { p.Id, p.ExternalUserDetails.Country, Plan = p.Metadata[\"plan\"] }",
            "new { p.Id, p.ExternalUserDetails.Country, Plan = p.Metadata[?] }"
        ),
        ["type"] = (p => (object?)p.Name is string, "p.Name is String", "p.Name is String"),
        ["static call"] = (
            p => string.Concat(p.Id, "x", p.Name),
            "String.Concat(p.Id, \"x\", p.Name)",
            "String.Concat(p.Id, ?, p.Name)"
        ),
        ["lambda within"] = (
            p => p.Metadata.Any(pair => pair.Value == "x"),
            "p.Metadata.Any(pair => pair.Value == \"x\")",
            "p.Metadata.Any(pair => pair.Value == ?)"
        ),
        ["item of an array"] = (
            p => Letters[p.Id.Length],
            "CSharpTextTests.Letters[p.Id.Length]",
            "CSharpTextTests.Letters[p.Id.Length]"
        ),
        ["static fields"] = (
            p => Known(p.Name) && p.Name == Captured,
            "CSharpTextTests.Known(p.Name) && p.Name == CSharpTextTests.Captured",
            "CSharpTextTests.Known(p.Name) && p.Name == CSharpTextTests.Captured"
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Expression_IsWrittenAsCSharp(string name)
    {
        var (written, text, redacted) = Cases[name];

        Assert.Equal("p => " + text, CSharpText.Of(written, redact: false));
        Assert.Equal("p => " + redacted, CSharpText.Of(written, redact: true));
    }

    [Fact]
    public void CapturedVariable_IsNamedOrLeftOut()
    {
        var wanted = "Bea";
        Expression<Func<UserProfile, int, bool>> lambda = (p, at) => p.Name == wanted || at > 1;

        Assert.Equal("(p, at) => p.Name == wanted || at > 1", CSharpText.Of(lambda, redact: false));
        Assert.Equal("(p, at) => p.Name == ? || at > ?", CSharpText.Of(lambda, redact: true));
    }

    private sealed class Outer
    {
        public Inner Inner { get; } = new();
    }

    private sealed class Inner
    {
        public string? Text { get; set; }
    }
}
