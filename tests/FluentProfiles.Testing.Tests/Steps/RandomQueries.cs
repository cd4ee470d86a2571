namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>Queries that read, and bulk writes.</summary>
internal static class RandomQueries
{
    public static QueryStep Read(Random random, string id, RandomValues values)
    {
        var shape = Shape(random, id, values);
        var (text, read) = random.Next(8) switch
        {
            0 => ("list", async query => Texts.Of(await query.ToListAsync())),
            1 => ("count", async query => $"{await query.CountAsync()}"),
            2 => ("first", async query => Texts.Of(await query.FirstAsync())),
            3 => ("last", async query => Texts.Of(await query.Take(7).LastAsync())),
            4 => ("page", async query => Texts.Of((await query.ToPageAsync(5)).Items)),
            5 => ("pages", async query => $"{await query.WithPageSize(3).AsPages().CountAsync()}"),
            6 => ("details", async query => Texts.Of(await query.Take(4).WithDetails().ToListAsync())),
            _ => (
                "second page",
                (Func<ProfileQuery<UserProfile>, Task<string>>)(
                    async query =>
                    {
                        var first = await query.ToPageAsync(3);
                        return first.ResumeToken is null
                            ? "end"
                            : Texts.Of(await query.ResumeFrom(first.ResumeToken).ToListAsync());
                    }
                )
            ),
        };
        return new($"{text} of {shape(ProfileQuery.FromItems([]))}", query => read(shape(query)));
    }

    public static QueryStep Write(Random random, string id, RandomValues values)
    {
        var shape = Shape(random, id, values);
        var most = random.Next(1, 6);
        var (key, value) = (values.Key(), values.Text(512));
        BulkWriteOptions options = new() { VerifyEach = random.Next(3) == 0, StopOnError = false };
        return random.Next(5) switch
        {
            0 => new("bulk delete", async query => Texts.Of(await shape(query).Take(most).ExecuteDeleteAsync(options))),
            1 => new(
                "preview",
                async query => $"{await shape(query).PreviewUpdateAsync(c => c.SetMetadata(key, value))}"
            ),
            2 => new(
                "bulk name",
                async query =>
                    Texts.Of(
                        await shape(query)
                            .Take(most)
                            .ExecuteUpdateAsync(c => c.SetName(p => p.Name + value).RemoveMetadata(key), options)
                    )
            ),
            3 => new(
                "bulk country",
                async query =>
                    Texts.Of(
                        await shape(query)
                            .Take(most)
                            .ExecuteUpdateAsync(
                                c =>
                                    c.Set(p => p.ExternalUserDetails.Country, p => p.Metadata[key])
                                        .Set(p => p.AccessType, AccessType.Passthrough),
                                options
                            )
                    )
            ),
            _ => new(
                "bulk metadata",
                async query =>
                    Texts.Of(await shape(query).ExecuteUpdateAsync(c => c.SetMetadata(key, value).ClearName(), options))
            ),
        };
    }

    /// <summary>Conditions, order and betas.</summary>
    private static Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> Shape(
        Random random,
        string id,
        RandomValues values
    )
    {
        var key = values.Key();
        var options = values.Options();
        Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> condition = random.Next(8) switch
        {
            0 => query => query,
            1 => query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Restricted),
            2 => query => query.Where(p => p.Metadata[key] != null),
            3 => query => query.Where(p => p.Id == id || p.Id == "uprof_none"),
            4 => query => query.Where(p => p.ExternalUserDetails.Country == "DE"),
            5 => query => query.Where(p => p.Name!.Contains('a')),
            6 => query => query.Where(p => p.CreatedAt > new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)),
            _ => query => query.Where(p => p.Metadata.Count > 2),
        };
        Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> order = random.Next(6) switch
        {
            0 when !values.IsDefined => query => query.OrderBy(p => p.Name),
            1 when !values.IsDefined => query => query.OrderByDescending(p => p.Name),
            2 => query => query.OrderBy(p => p.CreatedAt),
            3 => query => query.Skip(2),
            4 when random.Next(4) == 0 => query => query.OrderBy(p => p.UpdatedAt),
            _ => query => query,
        };
        return query =>
        {
            var shaped = order(condition(query)).WithBeta([.. options?.Betas ?? []]);
            return options?.Workspace is { } workspace ? shaped.WithWorkspace(workspace) : shaped;
        };
    }
}
