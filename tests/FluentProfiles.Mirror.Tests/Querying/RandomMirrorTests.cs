using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Cases;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>The random queries and expressions that run over the service run over the mirror, against LINQ to objects.</summary>
public sealed class RandomMirrorTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnyQuery_GivesWhatLinqGives(DatabaseKind kind)
    {
        Engine? filled = null;
        TestMirror? mirror = null;
        try
        {
            await Trials.RunAsync(
                1_200,
                async (_, engine, query) =>
                {
                    if (filled != engine)
                    {
                        if (mirror is not null)
                            await mirror.DisposeAsync();
                        mirror = await TestMirror.OfAsync(
                            kind,
                            engine.Client,
                            engine.Data.Profiles.Select(profile =>
                                ServedProfile.As(profile, ApiRevision.Current, whole: false)
                            )
                        );
                        filled = engine;
                    }
                    return await query.WithoutService().FailureAsync(engine, mirror!.Query(), tiesById: true);
                }
            );
        }
        finally
        {
            if (mirror is not null)
                await mirror.DisposeAsync();
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyExpression_MeansWhatTheNullRuleSays(DatabaseKind kind) =>
        ExpressionTrials.RunAsync(
            1_000,
            async profiles =>
            {
                var mirror = await TestMirror.OfAsync(kind, profiles);
                return new(mirror.Query(), mirror);
            }
        );
}
