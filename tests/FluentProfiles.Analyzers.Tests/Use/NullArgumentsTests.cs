using System.Linq.Expressions;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Use;

/// <summary>The warning of a null argument is suppressed where the query, when it runs, takes the null: no more and no
/// less.</summary>
public sealed class NullArgumentsTests
{
    private static readonly string[] Taken =
    [
        "p.Name.Any()",
        "p.Name.All(letter => letter == 'a')",
        "p.Metadata[\"x\"].Contains('a')",
        "Enumerable.Contains(p.Name, 'a')",
        "Enumerable.Count(source: p.Name, predicate: letter => letter == 'a') > 1",
        "p.Metadata.Values.Any(value => p.Name.Any(letter => value.Contains(letter)))",
        "optional.Any(letter => letter == 'a')",
        "optional.Any()",
        "Enumerable.Count(optional) > p.Id.Length",
        "int.Parse(p.Metadata[\"x\"] ?? \"0\") > 150",
        "p.Metadata[\"x\"] != null && int.Parse(p.Metadata[\"x\"]!) > 150",
        "texts.Contains(p.Name)",
        "texts.Contains<string>(p.Name)",
        "((IList<string>)texts).Contains(p.Name)",
        "new List<string>().Contains(p.Name)",
        "new List<string>().Contains((p.Name))",
        "new List<string>().IndexOf(p.Metadata[\"x\"]) > 0",
        "new HashSet<string>(texts).Contains(p.Name)",
        "new HashSet<string>(texts, StringComparer.OrdinalIgnoreCase).Contains(p.Name)",
        "new SortedSet<string>(texts).Contains(item: p.Name)",
        "((ISet<string>)new HashSet<string>(texts)).Contains(p.Name)",
        "((IReadOnlySet<string>)new HashSet<string>(texts)).Contains(p.Name)",
        "System.Collections.Immutable.ImmutableArray.Create(texts).Contains(p.Name)",
        "System.Collections.Immutable.ImmutableSortedSet.Create(texts).Contains(p.Name)",
        "System.Collections.Frozen.FrozenSet.ToFrozenSet(texts).Contains(p.Name)",
    ];

    private static readonly string[] Refused =
    [
        "int.Parse(p.Metadata[\"x\"]) > 150",
        "System.Text.RegularExpressions.Regex.IsMatch(p.Name, \"^A\")",
        "Uri.EscapeDataString(p.Name) == text",
        "new Uri(p.Name).IsAbsoluteUri",
        "p.Name.Contains(p.Metadata[\"x\"])",
        "p.Id.StartsWith(p.Name)",
        "p.Id.EndsWith(p.Name, StringComparison.Ordinal)",
        "p.Id.IndexOf(p.Name) > 0",
        "p.Metadata[p.Name] == text",
        "p.Metadata.ContainsKey(p.Name)",
        "p.Id.Concat(p.Name).Any()",
        "texts.Any(one => one.StartsWith(p.Name))",
        "new Dictionary<string, int>().ContainsKey(p.Name)",
        "new Dictionary<string, int>()[p.Name] == 1",
        "new Dictionary<string, int>().Keys.Contains(p.Name)",
        "bag.Contains(p.Name)",
    ];

    private static readonly UserProfile[] Profiles =
    [
        new() { Id = "uprof_1", Name = "Ada" },
        new()
        {
            Id = "uprof_2",
            Metadata = new() { ["x"] = "7" },
        },
    ];

    // The second makes the evaluator give up, so that the condition is compiled.
    private static readonly string[] Ways = ["{0}", "({0}) || p.Id.IndexOf(\"none\") > 0"];

    public static TheoryData<string> Harmless => [.. Taken];

    public static TheoryData<string> Harmful => [.. Refused];

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task ArgumentThatMayBeNull_Suppresses(string condition) =>
        Assert.Empty(await NullWarnings.OfAsync(Statements(condition)));

    [Theory]
    [MemberData(nameof(Harmful))]
    public async Task ArgumentThatThrowsForNull_DoesNotSuppress(string condition) =>
        Assert.Contains("CS8604", await NullWarnings.OfAsync(Statements(condition)));

    // What a lambda around the query is given is a captured value in the query's own.
    [Fact]
    public async Task ReceiverOfAnOuterLambda_Suppresses() =>
        Assert.Empty(
            await NullWarnings.OfAsync("Func<string?, object> make = outer => client.Query().Where(p => outer.Any());")
        );

    [Theory]
    [InlineData("where p.Name.Any() select p", false)]
    [InlineData("let name = p.Name where name.Any() select p", false)]
    [InlineData("where p.Name != null select p.Metadata[\"x\"].First()", false)]
    [InlineData("where p.Id.Contains(p.Name) select p", true)]
    [InlineData("select int.Parse(p.Metadata[\"x\"])", true)]
    public async Task QuerySyntax_SuppressesTheSame(string clauses, bool isReported) =>
        Assert.Equal(
            isReported ? ["CS8604"] : [],
            await NullWarnings.OfAsync($"var q = from p in client.Query() {clauses};")
        );

    [Fact]
    public async Task WhatIsSuppressed_DoesNotThrowAtRunTime()
    {
        foreach (var (condition, predicate) in Compiled(Taken))
            Assert.Null(await FailureAsync(predicate) is { } failure ? $"{condition}: {failure.Message}" : null);
        foreach (var (condition, predicate) in Compiled(Refused))
            Assert.True(await FailureAsync(predicate) is not null, condition);
    }

    private static string Statements(string condition) =>
        $"string? optional = flag ? text : null; ICollection<string> bag = texts;"
        + $"var q = client.Query().Where(p => {condition});";

    private static async Task<Exception?> FailureAsync(Expression<Func<UserProfile, bool>> predicate)
    {
        foreach (var profile in Profiles)
        {
            var failure = await Record.ExceptionAsync(async () =>
                await ProfileQuery.FromItems([profile]).CountAsync(predicate)
            );
            if (failure is not null)
                return failure;
        }
        return null;
    }

    private static IEnumerable<(string, Expression<Func<UserProfile, bool>>)> Compiled(string[] conditions)
    {
        var all = conditions
            .SelectMany(condition => Ways.Select(way => way.Replace("{0}", condition, StringComparison.Ordinal)))
            .ToList();
        using var image = new MemoryStream();
        var tree = CSharpSyntaxTree.ParseText(SourceOf(all), Source.ParseOptions);
        Assert.True(Source.Compilation.AddSyntaxTrees(tree).Emit(image).Success);
        var type = Assembly.Load(image.ToArray()).GetType("Conditions")!;
        return all.Select(
            (condition, index) =>
                (condition, (Expression<Func<UserProfile, bool>>)type.GetMethod("C" + index)!.Invoke(null, null)!)
        );
    }

    private static string SourceOf(List<string> conditions) =>
        """
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Linq.Expressions;
            using FluentProfiles;

            public static class Conditions
            {
                private static readonly string[] texts = ["uprof_1"];
                private static readonly string text = "text";
                private static readonly string? optional = null;
                private static readonly ICollection<string> bag = new Dictionary<string, int>().Keys;

            """
        + string.Concat(
            conditions.Select(
                (condition, index) =>
                    $"    public static Expression<Func<UserProfile, bool>> C{index}() => p => {condition};\n"
            )
        )
        + "}\n";
}
