using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Fields;

/// <summary>A part of the profile that may be the result has all its fields, whatever stands beside it.</summary>
public sealed class KeptPartsTests
{
    private static readonly UserProfile Profile = new()
    {
        Id = "a",
        CreatedAt = TestProfiles.Start,
        ExternalUserDetails = new() { Country = "DE", ReferenceId = "r" },
        Programs = new() { Cyber = new() { Status = ProgramStatus.Active } },
    };

    private static readonly CyberProgram? NoProgram = null;

    private static Dictionary<string, Expression<Func<UserProfile, string?>>> Cases { get; } =
        new()
        {
            ["coalesced with a variable"] = p => (p.Programs.Cyber ?? NoProgram)!.Status.ToString(),
            ["coalesced with null"] = p => Status(p.Programs.Cyber ?? null),
            ["coalesced with a call"] = p => Status(p.Programs.Cyber ?? Fallback()),
            ["details coalesced"] = p => Country(p.ExternalUserDetails ?? null),
            ["coalesced twice"] = p => Status((p.Programs.Cyber ?? NoProgram) ?? null),
            ["within an object"] = p => new { Cyber = p.Programs.Cyber ?? null }.Cyber!.Status.ToString(),
            ["chosen"] = p => Status(p.Programs.Cyber == null ? null : p.Programs.Cyber),
            ["as an object"] = p => Status((CyberProgram)((object?)p.Programs.Cyber ?? "none")),
            ["parts coalesced"] = p => Status((p.Programs ?? null)!.Cyber),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PartThatMayBeTheResult_HasItsFields(string name)
    {
        await using var service = await TestService.StartAsync([Profile]);
        var selector = Cases[name];

        var read = await service.Query().Select(selector).SingleAsync();

        Assert.Equal(selector.Compile()(Profile), read);
    }

    private static string? Status(CyberProgram? program) => program?.Status.ToString();

    private static string? Country(ExternalUserDetails? details) => $"{details?.Country} {details?.ReferenceId}";

    private static CyberProgram? Fallback() => null;
}
