using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Tests.Expressions.Text;

/// <summary>Expressions as people wrote them, and the same without values.</summary>
public sealed class CSharpTextTests
{
    private static readonly Func<string?, bool> Known = name => name is not null;
    private static readonly string Captured = "Bea";
    private static readonly bool? Flag = true;
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
        ["list"] = (
            p => new List<string?> { p.Name, "x" },
            "new List<string> { p.Name, \"x\" }",
            "new List<string> { p.Name, ? }"
        ),
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
            "new string('x', p.Id.Length)",
            "new string(?, p.Id.Length)"
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
        ["type"] = (p => (object?)p.Name is string, "p.Name is string", "p.Name is string"),
        ["call on a comparison"] = (
            p => (p.Name == "a").Equals(true),
            "(p.Name == \"a\").Equals(true)",
            "(p.Name == ?).Equals(?)"
        ),
        ["member of a sum"] = (
            p => (p.Name + "x").Length > 3,
            "(p.Name + \"x\").Length > 3",
            "(p.Name + ?).Length > ?"
        ),
        ["member of a fallback"] = (p => (p.Name ?? "x").Length, "(p.Name ?? \"x\").Length", "(p.Name ?? ?).Length"),
        ["member of a choice"] = (
            p => (p.Name == null ? p.Id : "x").Length,
            "(p.Name == null ? p.Id : \"x\").Length",
            "(p.Name == null ? p.Id : ?).Length"
        ),
        ["extension of a choice"] = (
            p => (p.Name == null ? p.Id : "x").Contains('a'),
            "(p.Name == null ? p.Id : \"x\").Contains('a')",
            "(p.Name == null ? p.Id : ?).Contains(?)"
        ),
        ["item of a fallback"] = (
            p => (p.Name ?? "x")[0] == 'a',
            "(p.Name ?? \"x\")[0] == 'a'",
            "(p.Name ?? ?)[?] == ?"
        ),
        ["negated sum"] = (p => -(p.Id.Length + 1) < 0, "-(p.Id.Length + 1) < 0", "-(p.Id.Length + ?) < ?"),
        ["call on a negation"] = (
            p => (-p.Id.Length).CompareTo(1),
            "(-p.Id.Length).CompareTo(1)",
            "(-p.Id.Length).CompareTo(?)"
        ),
        ["call on not"] = (
            p => (!p.AccessType.IsKnown).Equals(true),
            "(!p.AccessType.IsKnown).Equals(true)",
            "(!p.AccessType.IsKnown).Equals(?)"
        ),
        ["not of a choice"] = (
            p => !(p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown),
            "!(p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown)",
            "!(p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown)"
        ),
        ["not of a type"] = (p => !((object?)p.Name is string), "!(p.Name is string)", "!(p.Name is string)"),
        ["choice by a choice"] = (
            p => (p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown) ? p.Id : p.Name,
            "(p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown) ? p.Id : p.Name",
            "(p.Name == null ? p.AccessType.IsKnown : p.EnforcementStatus.IsKnown) ? p.Id : p.Name"
        ),
        ["fallback within or"] = (
            p => p.Name == null || (Flag ?? p.AccessType.IsKnown),
            "p.Name == null || (CSharpTextTests.Flag ?? p.AccessType.IsKnown)",
            "p.Name == null || (CSharpTextTests.Flag ?? p.AccessType.IsKnown)"
        ),
        ["narrowing"] = (p => (byte)p.Id.Length > 3, "(byte)p.Id.Length > 3", "(byte)p.Id.Length > ?"),
        ["narrowing of a sum"] = (p => (byte)(p.Id.Length + 1), "(byte)(p.Id.Length + 1)", "(byte)(p.Id.Length + ?)"),
        ["widening"] = (
            p => (long)p.Id.Length * p.Metadata.Count,
            "(long)p.Id.Length * (long)p.Metadata.Count",
            "(long)p.Id.Length * (long)p.Metadata.Count"
        ),
        ["member of a cast"] = (
            p => ((byte)p.Id.Length).ToString(),
            "((byte)p.Id.Length).ToString()",
            "((byte)p.Id.Length).ToString()"
        ),
        ["cast down"] = (p => ((string?)(object?)p.Name)!.Length, "((string)p.Name).Length", "((string)p.Name).Length"),
        ["explicit operator"] = (p => (int)(decimal)p.Id.Length, "(int)p.Id.Length", "(int)p.Id.Length"),
        ["nullable"] = (p => (byte?)p.Id.Length == 3, "(byte?)p.Id.Length == 3", "(byte?)p.Id.Length == ?"),
        ["references"] = (
            p => (object?)p.Name == (object)"x",
            "(object)p.Name == (object)\"x\"",
            "(object)p.Name == (object)?"
        ),
        ["as"] = (p => ((object)p.Id as string)!.Length, "(p.Id as string).Length", "(p.Id as string).Length"),
        ["length of an array"] = (
            p => p.Id.ToCharArray().Length,
            "p.Id.ToCharArray().Length",
            "p.Id.ToCharArray().Length"
        ),
        ["complement"] = (p => ~p.Id.Length, "~p.Id.Length", "~p.Id.Length"),
        ["apostrophe"] = (p => p.Id[0] == '\'', "p.Id[0] == '\\''", "p.Id[?] == ?"),
        ["quotation mark"] = (p => '"' != p.Id[0], "'\"' != p.Id[0]", "? != p.Id[?]"),
        ["line feed"] = (p => p.Id.Contains('\n'), "p.Id.Contains('\\n')", "p.Id.Contains(?)"),
        ["single"] = (p => p.Name!.Length > 1.5f, "(float)p.Name.Length > 1.5f", "(float)p.Name.Length > ?"),
        ["money"] = (p => p.Name!.Length * 0.1m, "p.Name.Length * 0.1m", "p.Name.Length * ?"),
        ["receiver as its interface"] = (
            p => ((IComparable)p.Id).CompareTo("a"),
            "((IComparable)p.Id).CompareTo(\"a\")",
            "((IComparable)p.Id).CompareTo(?)"
        ),
        ["receiver as an object"] = (
            p => ((object)p.Name!).ToString(),
            "((object)p.Name).ToString()",
            "((object)p.Name).ToString()"
        ),
        ["owner as its interface"] = (
            p => ((IReadOnlyCollection<EnforcementAction>)p.EnforcementActions).Count,
            "((IReadOnlyCollection<EnforcementAction>)p.EnforcementActions).Count",
            "((IReadOnlyCollection<EnforcementAction>)p.EnforcementActions).Count"
        ),
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
    public void Time_IsWrittenInIsoForm()
    {
        Assert.Equal("2026-11-28", Text(new DateOnly(2026, 11, 28)));
        Assert.Equal("18:30:00.0000000", Text(new TimeOnly(18, 30)));
        Assert.Equal("1.12:00:00", Text(TimeSpan.FromHours(36)));
        Assert.Equal("2026-11-28T18:30:00Z", Text(new DateTime(2026, 11, 28, 18, 30, 0, DateTimeKind.Utc)));
        Assert.Equal(
            "2026-11-28T18:30:00+01:00",
            Text(new DateTimeOffset(2026, 11, 28, 18, 30, 0, TimeSpan.FromHours(1)))
        );

        static string Text(object value) => CSharpText.Of(Expression.Constant(value), redact: false);
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
