using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>Operators and conversions that an application's types declare: each is lifted, or called for null, as in C#, whether
/// its operands depend on the profile or not.</summary>
[Trait("Needs", "Compiler")]
public sealed class OwnOperatorTests
{
    private static readonly Money Five = new(5);
    private static readonly Money? NoMoney = null;
    private static readonly int? NoNumber = null;
    private static readonly bool? No = false;
    private static readonly bool? Unknown = null;
    private static readonly Flag On = new(true);
    private static readonly Flag? NoFlag = null;

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["takes nulls, closed"] = NullCase.Of(_ => Five - NoMoney, _ => Five - NoMoney),
        ["takes nulls, closed, other side"] = NullCase.Of(_ => NoMoney - Five, _ => NoMoney - Five),
        ["takes nulls, closed, both sides"] = NullCase.Of(_ => NoMoney - NoMoney, _ => NoMoney - NoMoney),
        ["takes nulls, of a missing part"] = NullCase.Of(
            p => p.Name!.Priced() - NoMoney,
            p => p.Name?.Priced() - NoMoney
        ),
        ["takes nulls, compared"] = NullCase.Of(
            p => p.Name!.Priced() > (Five - NoMoney)!.Value,
            p => p.Name?.Length > 4
        ),
        ["takes no null, closed"] = NullCase.Of(_ => NoMoney + Five, _ => (Money?)null),
        ["takes no null, of a missing part"] = NullCase.Of(
            p => (p.Name!.Priced() + Five).Amount,
            p => p.Name?.Length + 5 ?? 0
        ),
        ["compares, closed"] = NullCase.Of(p => Five > NoMoney || p.Id == "u_", p => p.Id == "u_"),
        ["converts null, closed"] = NullCase.Of(_ => (Money)NoNumber, _ => new Money(-1)),
        ["converts null, of a missing part"] = NullCase.Of(
            p => (Money)(int?)p.Name!.Length,
            p => new Money(p.Name?.Length ?? -1)
        ),
        ["converts no null, closed"] = NullCase.Of(_ => (decimal?)NoMoney, _ => (decimal?)null),
        ["converts no null, of a missing part"] = NullCase.Of(
            p => (decimal)p.Name!.Priced(),
            p => p.Name?.Length ?? 0m
        ),
        ["not, closed"] = NullCase.Of(_ => !NoFlag, _ => (bool?)null),
        ["not, of a missing part"] = NullCase.Of(p => !p.Name!.AsFlag(), p => p.Name?.Length <= 1),
        ["not not, of a missing part"] = NullCase.Of(p => !!p.Name!.AsFlag(), p => !(p.Name?.Length <= 1)),
        ["not, equal to false"] = NullCase.Of(p => !p.Name!.AsFlag() == false, p => p.Name?.Length > 1),
        ["and, closed"] = NullCase.Of(_ => No & NoFlag, _ => No & NoFlag),
        ["or, closed"] = NullCase.Of(_ => !No | NoFlag, _ => !No | NoFlag),
        ["and, of a null"] = NullCase.Of(_ => Unknown & (Flag?)On, _ => Unknown & (Flag?)On),
        ["and, of a missing part"] = NullCase.Of(
            p => p.Name!.StartsWith('B') & On,
            p => p.Name?.StartsWith('B') == true
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Operator_IsLiftedOrCalledAsInCSharp(string name) => Cases[name].CheckAsync();
}
