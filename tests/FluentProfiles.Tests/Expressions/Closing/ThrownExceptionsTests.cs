using System.Collections;
using System.Linq.Expressions;
using FluentProfiles.Tests.Planning;

namespace FluentProfiles.Tests.Expressions.Closing;

/// <summary>An exception of code that a condition or selector calls arrives as it was thrown, and says which condition it comes
/// from.</summary>
public sealed class ThrownExceptionsTests
{
    private const string Key = "FluentProfiles.Expression";
    private static readonly UserProfile[] Profiles = TestProfiles.Listed(3);
    private static readonly Func<string?, bool> Code = _ => throw new TimeoutException();
    private static readonly Func<bool> ClosedCode = () => throw new TimeoutException();
    private static readonly Thrower Owner = new();
    private static readonly Thrower[] Owners = [Owner];

    private static Dictionary<string, Expression<Func<UserProfile, object?>>> Cases { get; } =
        new()
        {
            ["constructor"] = p => new Thrower(p.Id),
            ["constructor of a struct"] = p => new ThrowingStruct(p.Id).Text,
            ["constructor, initialised"] = p => new Thrower(p.Id) { Text = "x" },
            ["initialiser"] = p => new Thrower { Text = p.Id },
            ["closed constructor"] = p => new Thrower("x") == null ? p.Id : p.Name,
            ["closed constructor of a struct"] = p => p.Id + new ThrowingStruct("x").Text,
            ["call"] = p => Owner.Call(p.Id),
            ["closed call"] = p => Owner.Call("x") + p.Id,
            ["static call"] = p => Thrower.StaticCall(p.Id),
            ["closed static call"] = p => Thrower.StaticCall("x") + p.Id,
            ["extension"] = p => p.Id.ThrowIt(),
            ["closed extension"] = p => "x".ThrowIt() + p.Id,
            ["indexer"] = p => Owner[p.Id],
            ["closed indexer"] = p => Owner["x"] + p.Id,
            ["property"] = p => Owners[p.Id.Length - p.Id.Length].Text + p.Id,
            ["closed property"] = p => Owner.Text + p.Id,
            ["operator"] = p => (Owner + p.Id) == null,
            ["closed operator"] = p => (Owner + "x") == null || p.Id == "",
            ["unary operator"] = p => (-Owners[p.Id.Length - p.Id.Length]) == null,
            ["closed unary operator"] = p => (-Owner) == null || p.Id == "",
            ["conversion"] = p => (Thrower)p.Id,
            ["closed conversion"] = p => ((Thrower)"x") == null || p.Id == "",
            ["delegate"] = p => Code(p.Id),
            ["closed delegate"] = p => ClosedCode() || p.Id == "",
            ["closed delegate with argument"] = p => Code("x") || p.Id == "",
            ["lambda within"] = p => p.Metadata.Keys.Append("x").Any(key => Code(key)),
            ["closed lambda within"] = p => new[] { "x" }.Any(key => Code(key)) || p.Id == "",
            ["anonymous"] = p => new { p.Id, Text = Owner.Call(p.Id) },
            ["equality"] = p => Owner.Equals(p),
            ["element of a list"] = p => new List<Thrower> { new(p.Id) },
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ExceptionOfASelector_ComesAsItWasThrown(string name)
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await ProfileQuery.FromItems(Profiles).Select(Cases[name]).ToListAsync()
        );

        Assert.StartsWith("p => ", Assert.IsType<string>(failure.Data[Key]), StringComparison.Ordinal);
        Assert.Contains("Throw", failure.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ExceptionOfACondition_ComesAsItWasThrown(string name)
    {
        var value = Cases[name];
        var condition = Expression.Lambda<Func<UserProfile, bool>>(
            Expression.NotEqual(value.Body, Expression.Constant(null)),
            value.Parameters
        );

        var failure = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await ProfileQuery.FromItems(Profiles).Where(condition).CountAsync()
        );

        Assert.StartsWith("p => ", Assert.IsType<string>(failure.Data[Key]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_NamesTheConditionWithoutValues()
    {
        Dictionary<string, string> plans = new() { ["a"] = "b" };
        var secret = "secret";
        var query = ProfileQuery.FromItems(Profiles);

        var open = await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await query.Where(p => p.Id != secret && plans.ContainsKey(p.Metadata["none"]!)).ToListAsync()
        );
        var closed = await Assert.ThrowsAsync<KeyNotFoundException>(async () =>
            await query.Where(p => p.Id != secret && plans[secret] == p.Id).ToListAsync()
        );

        Assert.Equal("p => p.Id != ? && ?.ContainsKey(p.Metadata[?])", open.Data[Key]);
        Assert.Equal("p => p.Id != ? && plans[secret] == p.Id", closed.Data[Key]);
    }

    [Fact]
    public async Task ExceptionWhoseDataCannotBeWritten_ComesAsItIs()
    {
        foreach (var thrown in new Exception[] { new ReadOnlyDataException(), new NoDataException() })
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
                await ProfileQuery.FromItems(Profiles).Where(p => Throw(thrown, p.Id)).ToListAsync()
            );

            Assert.Same(thrown, failure);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancellationByTheCallersCode_ComesAfterTheItemsBefore(bool isClosed)
    {
        var thrown = new OperationCanceledException("mine");
        var second = Profiles[1].Id;
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            var query = ProfileQuery
                .FromItems(Profiles)
                .Where(p => p.Id != second || (isClosed ? Throw(thrown, "x") : Throw(thrown, p.Id)));
            await foreach (var p in query)
                ids.Add(p.Id);
        });

        Assert.Same(thrown, failure);
        Assert.Equal([Profiles[0].Id], ids);
    }

    private static bool Throw(Exception thrown, string id) => id is null || thrown is null ? false : throw thrown;

    private sealed class Thrower
    {
        public Thrower() { }

        public Thrower(string text) => throw new TimeoutException(text);

        public string? Text
        {
            get => throw new TimeoutException();
            set => throw new TimeoutException(value);
        }

        public string this[string key] => throw new TimeoutException(key);

        public static Thrower operator +(Thrower left, string right) => throw new TimeoutException(right);

        public static Thrower operator -(Thrower operand) => throw new TimeoutException(operand.ToString());

        public static explicit operator Thrower(string text) => throw new TimeoutException(text);

        public static string StaticCall(string text) => throw new TimeoutException(text);

        public static IEnumerable<string> Sequence()
        {
            yield return "x";
            throw new TimeoutException();
        }

        public string Call(string text) => throw new TimeoutException(text);

        public override bool Equals(object? obj) => throw new TimeoutException();

        public override int GetHashCode() => 0;
    }

    private readonly struct ThrowingStruct
    {
        public ThrowingStruct(string text) => throw new TimeoutException(text);

        public string Text => "x";
    }

    private sealed class ReadOnlyDataException : Exception
    {
        public override IDictionary Data { get; } =
            System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
    }

    private sealed class NoDataException : Exception
    {
        public override IDictionary Data => throw new NotSupportedException();
    }
}
