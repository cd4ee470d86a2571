using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs.Readme;

// Terminals, pages, errors.
public sealed partial class ReadmeSamples
{
    [Fact]
    public async Task Terminals_Run()
    {
        #region terminals
        var banned = Profiles.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        var howMany = await banned.CountAsync();
        var anyBusiness = await banned.AnyAsync(p => p.ExternalUserDetails.EntityType == EntityType.Business);
        var namesById = await banned.ToDictionaryAsync(p => p.Id, p => p.Name);
        await banned.ForEachAsync((p, cancellationToken) => NotifyAsync(p.Id, cancellationToken), workers: 4);
        #endregion

        Assert.Equal(howMany, namesById.Count);
        Assert.True(anyBusiness || howMany > 0);
    }

    [Fact]
    public async Task OnePage_RunsFromTheToken()
    {
        #region one-page
        static ValueTask<ProfilePage<string>> PageAsync(string? token, CancellationToken cancellationToken) =>
            Profiles
                .Query()
                .Where(p => p.Metadata["plan"] == "team")
                .Select(p => p.Id)
                .ToPageAsync(20, token, cancellationToken);
        #endregion

        var first = await PageAsync(null, default);
        var second = await PageAsync(first.ResumeToken, default);
        Assert.Equal(40, first.Items.Concat(second.Items).Distinct().Count());
    }

    [Fact]
    public async Task AllPages_RunToTheEnd()
    {
        string? saved = null;
        List<string> imported = [];

        #region all-pages
        await foreach (var page in Profiles.Query().ResumeFrom(saved).AsPages())
        {
            imported.AddRange(page.Items.Select(p => p.Id));
            saved = page.ResumeToken;
        }
        #endregion

        Assert.Equal(emulator.Profiles.Select(p => p.Id), imported);
        Assert.Null(saved);
    }

    [Fact]
    public async Task Errors_GoOnFromTheToken()
    {
        List<string> imported = [];
        emulator.Intercept = _ =>
            emulator.Requests.Count == 3 ? EmulatorResponse.Error(529, "overloaded_error", "Overloaded") : null;

        #region errors
        string? token = null;
        try
        {
            await foreach (var profile in Profiles.Query())
                imported.Add(profile.Id);
        }
        catch (ProfilesOverloadedException failure)
        {
            Console.WriteLine($"{failure.Message} ({failure.RequestId})");
            token = failure.ResumeToken;
        }

        await foreach (var profile in Profiles.Query().ResumeFrom(token))
            imported.Add(profile.Id);
        #endregion

        Assert.Equal(emulator.Profiles.Select(p => p.Id), imported);
    }

    private static ValueTask NotifyAsync(string id, CancellationToken cancellationToken)
    {
        Assert.NotEmpty(id);
        return ValueTask.CompletedTask;
    }
}
