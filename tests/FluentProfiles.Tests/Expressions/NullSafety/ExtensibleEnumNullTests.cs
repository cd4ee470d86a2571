// C# takes a comparison with null for false: a query does not.
#pragma warning disable CS8073
namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>An extensible enum of a missing part is its default, which equals null and "": there is no third state.</summary>
public sealed class ExtensibleEnumNullTests
{
    private static readonly UserProfile Bare = new();
    private static readonly string? NoText = null;
    private static readonly ProgramStatus Nothing = default;
    private static readonly object? Boxed = default(ProgramStatus);
    private static readonly ProgramStatus? Null = null;
    private static readonly ProgramStatus? Empty = default(ProgramStatus);
    private static readonly List<ProgramStatus> Defaults = [default, ProgramStatus.Active];
    private static readonly HashSet<ProgramStatus> DefaultSet = [""];
    private static readonly ProgramStatus[] DefaultArray = [default];
    private static readonly List<ProgramStatus?> Nulls = [null];
    private static readonly ProgramStatus?[] NullArray = [null, ProgramStatus.Active];
    private static readonly List<ProgramStatus?> Empties = [default(ProgramStatus)];
    private static readonly HashSet<ProgramStatus?> EmptySet = [default(ProgramStatus)];
    private static readonly ProgramStatus?[] EmptyArray = [default(ProgramStatus)];
    private static readonly string?[] Texts = [null];

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        // No part, or a status that is not served.
        ["== null"] = Missing(p => p.Programs.Cyber!.Status == null),
        ["null =="] = Missing(p => null == p.Programs.Cyber!.Status),
        ["!= null"] = Missing(p => !(p.Programs.Cyber!.Status != null)),
        ["== (string?)null"] = Missing(p => p.Programs.Cyber!.Status == (string?)null),
        ["== a null text"] = Missing(p => p.Programs.Cyber!.Status == NoText),
        ["== a null of the profile"] = Missing(p => p.Programs.Cyber!.Status == p.Metadata["none"]),
        ["== default"] = Missing(p => p.Programs.Cyber!.Status == default),
        ["!= default"] = Missing(p => !(p.Programs.Cyber!.Status != default)),
        ["== a captured default"] = Missing(p => p.Programs.Cyber!.Status == Nothing),
        ["== empty text"] = Missing(p => p.Programs.Cyber!.Status == ""),
        ["!= empty text"] = Missing(p => !(p.Programs.Cyber!.Status != "")),
        ["== a captured null"] = Missing(p => p.Programs.Cyber!.Status == Null),
        ["== a captured nullable default"] = Missing(p => p.Programs.Cyber!.Status == Empty),
        ["Equals default"] = Missing(p => p.Programs.Cyber!.Status.Equals(default)),
        ["Equals empty text"] = Missing(p => p.Programs.Cyber!.Status.Equals("")),
        ["Equals null"] = Missing(p => p.Programs.Cyber!.Status.Equals(null)),
        ["Equals a null object"] = Missing(p => p.Programs.Cyber!.Status.Equals((object?)null)),
        ["object of a choice"] = Missing(p => (p.Id == "x" ? (object?)1 : p.Programs.Cyber!.Status) == null),
        ["object of a choice, Equals"] = Missing(p => Equals(p.Id == "x" ? 1 : (object)p.Programs.Cyber!.Status, null)),
        ["captured object"] = Missing(p => Boxed == null && Equals(Boxed, p.Programs.Cyber!.Status)),
        ["text of the nullable form"] = Missing(p => ((ProgramStatus?)p.Programs.Cyber!.Status).ToString() == ""),
        ["Equals a default object"] = Missing(p => p.Programs.Cyber!.Status.Equals((object)Nothing)),
        ["object.Equals null"] = Missing(p => Equals(p.Programs.Cyber!.Status, null)),
        ["object.Equals default"] = Missing(p => Equals(p.Programs.Cyber!.Status, default(ProgramStatus))),
        ["boxed == null"] = Missing(p => (object)p.Programs.Cyber!.Status == null),
        ["nullable == null"] = Missing(p => (ProgramStatus?)p.Programs.Cyber!.Status == null),
        ["nullable == default"] = Missing(p => (ProgramStatus?)p.Programs.Cyber!.Status == default(ProgramStatus)),
        ["nullable Equals null"] = Missing(p => ((ProgramStatus?)p.Programs.Cyber!.Status).Equals(null)),
        ["Nullable.Equals"] = Missing(p => Nullable.Equals(p.Programs.Cyber!.Status, Null)),
        ["HasValue"] = Missing(p => !((ProgramStatus?)p.Programs.Cyber!.Status).HasValue),
        ["Value"] = Missing(p => ((ProgramStatus?)p.Programs.Cyber!.Status)!.Value == default),
        ["fallback"] = Missing(p => ((ProgramStatus?)p.Programs.Cyber!.Status ?? "none") == "none"),
        ["fallback to null"] = Missing(p => ((ProgramStatus?)p.Programs.Cyber!.Status ?? Null) == null),
        ["GetValueOrDefault"] = Missing(p =>
            ((ProgramStatus?)p.Programs.Cyber!.Status).GetValueOrDefault("none") == "none"
        ),
        ["text"] = Missing(p => p.Programs.Cyber!.Status.ToString() == ""),
        ["text's length"] = Missing(p => p.Programs.Cyber!.Status.ToString().Length == 0),
        ["not known, not odd"] = Missing(p => !p.Programs.Cyber!.Status.IsKnown && p.Programs.Cyber.Status != "odd"),
        ["in defaults"] = Missing(p =>
            Defaults.Contains(p.Programs.Cyber!.Status) && p.Programs.Cyber.Status != "active"
        ),
        ["in a set of defaults"] = Missing(p => DefaultSet.Contains(p.Programs.Cyber!.Status)),
        ["in an array of defaults"] = Missing(p => DefaultArray.Contains(p.Programs.Cyber!.Status)),
        ["in nulls"] = Missing(p => Nulls.Contains(p.Programs.Cyber!.Status)),
        ["in an array of nulls"] = Missing(p =>
            NullArray.Contains(p.Programs.Cyber!.Status) && p.Programs.Cyber.Status != "active"
        ),
        ["in a list of nullable defaults"] = Missing(p => Empties.Contains(p.Programs.Cyber!.Status)),
        ["in a set of nullable defaults"] = Missing(p => EmptySet.Contains(p.Programs.Cyber!.Status)),
        ["in an array of nullable defaults"] = Missing(p => EmptyArray.Contains(p.Programs.Cyber!.Status)),
        ["in a sequence of nullable defaults"] = Missing(p =>
            Empties.Select(status => status).Contains(p.Programs.Cyber!.Status)
        ),
        ["any of nullable defaults"] = Missing(p => EmptyArray.Any(status => status == p.Programs.Cyber!.Status)),
        ["any of nullable defaults, null"] = Missing(p =>
            EmptyArray.Any(status => status == null) && p.Programs.Cyber!.Status == null
        ),
        ["any of nulls"] = Missing(p => Nulls.Any(status => status == p.Programs.Cyber!.Status)),
        ["any of null texts"] = Missing(p => Texts.Any(text => p.Programs.Cyber!.Status == text)),
        ["choice"] = Missing(p => (p.Id == "" ? Null : p.Programs.Cyber!.Status) == null),
        ["generic comparer"] = Missing(p =>
            EqualityComparer<ProgramStatus>.Default.Equals(p.Programs.Cyber!.Status, default)
        ),
        ["of two parts"] = NullCase.Of(
            p => p.Programs.Cyber!.Status == p.Programs.Efs!.Status,
            p => (p.Programs.Cyber?.Status ?? default) == default
        ),
        ["of a map"] = NullCase.Of(
            p => p.TrustGrants["x"]!.Status == null && p.Programs.Cyber!.Tiers["one"]!.Status != null,
            p => p.Programs.Cyber?.Tiers.Count > 0
        ),
        ["of the profile"] = NullCase.Of(p => p.EnforcementStatus == null, p => p.Programs.Cyber is null),
        ["of the profile, not null"] = NullCase.Of(p => p.EnforcementStatus != null, p => p.Programs.Cyber is not null),
        ["effective"] = NullCase.Of(p => p.EnforcementStatus.Effective == null, p => p.Programs.Cyber is null),
        ["of an item"] = NullCase.Of(
            p => p.EnforcementActions.Any(action => action.Reason == null),
            p => p.EnforcementActions.Count > 0
        ),
        ["captured, == null"] = Always(p => Bare.Programs.Cyber!.Status == null),
        ["captured, != null"] = Always(p => !(Bare.Programs.Cyber!.Status != null)),
        ["captured, == empty"] = Always(p => Bare.Programs.Cyber!.Status == ""),
        ["captured, == default"] = Always(p => Bare.Programs.Cyber!.Status == Nothing),
        ["captured, Equals"] = Always(p => Bare.Programs.Cyber!.Status.Equals(default)),
        ["captured, HasValue"] = Always(p => !((ProgramStatus?)Bare.Programs.Cyber!.Status).HasValue),
        ["captured nullable default"] = Always(p => Empty == null),
        ["captured, fallback"] = Always(p => ((ProgramStatus?)Bare.Programs.Cyber!.Status ?? "none") == "none"),
        ["captured, text"] = Always(p => Bare.Programs.Cyber!.Status.ToString() == ""),
        ["captured, beside the profile's"] = Missing(p => p.Programs.Cyber!.Status == Bare.Programs.Cyber!.Status),
        ["captured, in a list"] = Always(p => Defaults.Contains(Bare.Programs.Cyber!.Status)),
        ["given"] = NullCase.Of(p => p.Programs.Cyber!.Status, p => p.Programs.Cyber?.Status ?? default),
        ["given as nullable"] = NullCase.Of(
            p => (ProgramStatus?)p.Programs.Cyber!.Status,
            p => p.Programs.Cyber is { Status: var status } && status != default ? status : (ProgramStatus?)null
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task EnumOfAMissingPart_IsItsDefault(string name) => Cases[name].CheckAsync();

    [Fact]
    public async Task StatusComparedWithNothing_IsNotPushedDown()
    {
        await using var service = await TestService.StartAsync([TestProfiles.One(1)]);
        string? none = null;
        EnforcementStatus? nullable = null;
        EnforcementStatus[] some = [default, EnforcementStatus.Banned];

        await service.Query().Where(p => p.EnforcementStatus == null).CountAsync();
        await service.Query().Where(p => p.EnforcementStatus == default).CountAsync();
        await service.Query().Where(p => p.EnforcementStatus == none).CountAsync();
        await service.Query().Where(p => p.EnforcementStatus == nullable).CountAsync();
        await service.Query().Where(p => p.EnforcementStatus.Equals("")).CountAsync();
        await service.Query().Where(p => some.Contains(p.EnforcementStatus)).CountAsync();

        Assert.Equal(Enumerable.Repeat("GET /v1/user_profiles?limit=100", 6), service.Requests);
    }

    private static NullCase Always(System.Linq.Expressions.Expression<Func<UserProfile, bool>> written) =>
        NullCase.Of(written, _ => true);

    private static NullCase Missing(System.Linq.Expressions.Expression<Func<UserProfile, bool>> written) =>
        NullCase.Of(written, p => (p.Programs.Cyber?.Status ?? default) == default);
}
