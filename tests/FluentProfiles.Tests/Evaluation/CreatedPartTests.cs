using FluentProfiles.Tests.Expressions.NullSafety;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Evaluation;

/// <summary>New objects of the model's types stand wherever a member of the type does.</summary>
public sealed class CreatedPartTests
{
    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["fallback"] = NullCase.Of(
            p => (p.Programs.Cyber ?? new CyberProgram()).Requirements == null,
            p => p.Programs.Cyber?.Requirements is null
        ),
        ["conditional"] = NullCase.Of(
            p => (p.Name == null ? new ExternalUserDetails() : p.ExternalUserDetails).Country,
            p => p.Name is null ? null : p.ExternalUserDetails.Country
        ),
        ["object"] = NullCase.Of(p => (object)new CyberProgram() == (object?)p.Programs.Cyber, _ => false),
        ["fallback, of the profile"] = NullCase.Of(
            p => (p.Name == null ? null : p.Metadata ?? new ProfileMap<string>(new Pairs(p.Id)))!.Count,
            p => p.Name is null ? 0 : p.Metadata.Count
        ),
        ["conditional, of the profile"] = NullCase.Of(
            p => (p.Name == null ? new ProfileMap<string>(new Pairs(p.Id)) : p.Metadata).Count,
            p => p.Name is null ? 1 : p.Metadata.Count
        ),
        ["compared, of the profile"] = NullCase.Of(
            p => new ProfileMap<string>(new Pairs(p.Name)) == null || p.Name == "",
            p => p.Name == ""
        ),
        ["object, of the profile"] = NullCase.Of(
            p => (object)new ProfileMap<string>(new Pairs(p.Id)) != null,
            _ => true
        ),
        ["member, of the profile"] = NullCase.Of(
            p => new ProfileMap<string>(new Pairs(p.Name))["x"],
            p => p.Name is null ? null : p.Name
        ),
        ["as an interface of the model"] = NullCase.Of(
            p => (p.Name == null ? p.EnforcementActions : (IReadOnlyList<EnforcementAction>)new Actions(p.Id)).Count,
            p => p.Name is null ? p.EnforcementActions.Count : 1
        ),
        ["as an interface of the model, compared"] = NullCase.Of(
            p => (IReadOnlyList<EnforcementAction>)new Actions(p.Id) == null,
            _ => false
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task NewPart_IsLikeAMember(string name) => Cases[name].CheckAsync();

    private sealed class Actions(string id) : List<EnforcementAction>([new() { Id = id }]);
}
