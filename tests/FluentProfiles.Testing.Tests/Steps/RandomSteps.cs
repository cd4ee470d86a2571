namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>Makes steps from a seed: single calls, queries and bulk writes, with mistakes among them.</summary>
internal sealed class RandomSteps(Random random, TimeProvider clock)
{
    /// <param name="profiles">The profiles as they are now.</param>
    public ApplicationStep Next(IReadOnlyList<UserProfile> profiles)
    {
        RandomValues values = new(random, clock.GetUtcNow());
        var id = IdOf(profiles);
        return random.Next(100) switch
        {
            < 12 => Get(id, values.Options()),
            < 26 => Create(values.NewProfile(), values.Options()),
            < 40 => Update(id, values.Changes(), values.Options()),
            < 47 => Delete(id, values.Options()),
            < 52 => Url(id, values.Options(), isAction: random.Next(2) == 0),
            < 60 => Controls(id),
            < 80 => RandomQueries.Read(random, id, values).OfClient(),
            _ => RandomQueries.Write(random, id, values).OfClient(),
        };
    }

    private string IdOf(IReadOnlyList<UserProfile> profiles) =>
        random.Next(12) switch
        {
            0 => "uprof_none",
            1 when random.Next(3) == 0 => "../odd id?",
            _ when profiles.Count == 0 => "uprof_none",
            _ => profiles[random.Next(profiles.Count)].Id,
        };

    private static ApplicationStep Get(string id, CallOptions? options) =>
        new($"get {id}", async client => Texts.Of(await client.GetAsync(id, options)));

    private static ApplicationStep Create(NewProfile profile, CallOptions? options) =>
        new("create", async client => Texts.Of(await client.CreateAsync(profile, options)));

    private static ApplicationStep Update(string id, ProfileChanges changes, CallOptions? options) =>
        new($"update {id}", async client => Texts.Of(await client.UpdateAsync(id, changes, options)));

    private static ApplicationStep Delete(string id, CallOptions? options) =>
        new(
            $"delete {id}",
            async client =>
            {
                await client.DeleteAsync(id, options);
                return "";
            }
        );

    private static ApplicationStep Url(string id, CallOptions? options, bool isAction) =>
        new(
            $"URL of {id}",
            async client =>
                (
                    isAction
                        ? await client.CreateActionUrlAsync(id, options)
                        : await client.CreateEnrollmentUrlAsync(id, options)
                ).ExpiresAt.ToString("O")
        );

    private ApplicationStep Controls(string id)
    {
        if (random.Next(2) == 0)
            return new($"controls of {id}", async client => Texts.Of(await client.DataControls.GetAsync(id)));
        var key = random.Next(4) == 0 ? "no-key" : $"ekey_{random.Next(5)}";
        var cmek = random.Next(3) == 0 ? CmekChange.Disable() : CmekChange.Enable().Set("us", key);
        DataControlChanges changes = new() { Cmek = cmek };
        return new(
            $"controls of {id} to {key}",
            async client => Texts.Of(await client.DataControls.UpdateAsync(id, changes))
        );
    }
}
