namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>An extension method is called on what is there, and not called for a null, as any other member.</summary>
public sealed class ExtensionMethodTests
{
    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["on a text"] = NullCase.Of(p => p.Name!.Twice(), p => p.Name?.Twice()),
        ["on a text that may be null"] = NullCase.Of(p => p.Name.IsBlank(), p => p.Name?.IsBlank() ?? false),
        ["on a nullable"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.YearOr(7),
            p => p.ExternalUserDetails.OnboardedAt is { } known ? known.Year : 0
        ),
        ["on a nullable, compared"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.YearOr(7) != 2026,
            p => p.ExternalUserDetails.OnboardedAt is null
        ),
        ["on a nullable of a lifted value"] = NullCase.Of(
            p => ((int?)p.Name!.Length).OrMinusOne(),
            p => p.Name?.Length ?? 0
        ),
        ["on a lifted value"] = NullCase.Of(p => p.Name!.Length.PlusOne(), p => p.Name?.Length + 1 ?? 0),
        ["on a lifted value, nullable"] = NullCase.Of(p => (int?)p.Name!.Length.PlusOne(), p => p.Name?.Length + 1),
        ["on a lifted value, as an object"] = NullCase.Of(p => p.Name!.Length.AsText(), p => p.Name?.Length.ToString()),
        ["on a value"] = NullCase.Of(p => p.Id.Length.PlusOne(), p => p.Id.Length + 1),
        ["on a time"] = NullCase.Of(p => p.CreatedAt.YearOf(), p => p.CreatedAt.Year),
        ["generic"] = NullCase.Of(p => p.Name!.Length.Same(), p => p.Name?.Length ?? 0),
        ["generic, nullable"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.Same(),
            p => p.ExternalUserDetails.OnboardedAt
        ),
        ["of an extension block"] = NullCase.Of(p => p.Name!.Thrice(), p => p.Name?.Thrice()),
        ["of an extension block, on a nullable"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.IsThere(),
            p => p.ExternalUserDetails.OnboardedAt is not null
        ),
        ["with null arguments"] = NullCase.Of(
            p => p.Id.Join(p.Name, p.Name!.Length),
            p => p.Id + p.Name + (p.Name?.Length ?? 0)
        ),
        ["written as a static call"] = NullCase.Of(p => Extensions.IsBlank(p.Name), p => p.Name?.IsBlank() ?? false),
        ["of an extensible enum"] = NullCase.Of(
            p => p.Programs.Cyber!.Status.TextOf(),
            p => (p.Programs.Cyber?.Status ?? default).ToString()
        ),
        ["of a nullable extensible enum"] = NullCase.Of(
            p => ((ProgramStatus?)p.Programs.Cyber!.Status).TextOfNullable(),
            p => p.Programs.Cyber is { Status: var status } && status != default ? status.ToString() : null
        ),
        ["of LINQ"] = NullCase.Of(
            p => p.Name!.Count(letter => letter == 'u'),
            p => p.Name?.Count(it => it == 'u') ?? 0
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Receiver_IsSkippedWhereNull(string name) => Cases[name].CheckAsync();
}
