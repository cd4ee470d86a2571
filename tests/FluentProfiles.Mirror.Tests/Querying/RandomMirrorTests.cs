using CsCheck;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Cases;
using FluentProfiles.Tests.Properties.Expressions.Oracle;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>The random queries and expressions that run over the service run over the mirror, against LINQ to objects.</summary>
public sealed class RandomMirrorTests
{
    // Few profiles would fit into one page of the usual size, which is 0.
    private static readonly Gen<int> PageSizes = Gen.Frequency((1, Gen.Const(0)), (4, Gen.Int[1, 12]));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyQuery_GivesWhatLinqGives(DatabaseKind kind) =>
        RunAsync(kind, 500, (_, engine, query, mirror) => query.FailureAsync(engine, mirror.Query(), tiesById: true));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyQuery_EndsPageByPage(DatabaseKind kind) =>
        RunAsync(
            kind,
            150,
            async (number, _, query, mirror) =>
            {
                var size = Trials.Generated(Gen.Frequency((1, Gen.Const(0)), (3, Gen.Int[1, 40])), number, 1u << 30);
                return await query.FailurePageByPageAsync(mirror.Query(), size) is { } failure
                    ? $"{(size == 0 ? "AsPages()" : $"ToPageAsync({size})")} to the end\n{failure}"
                    : null;
            }
        );

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyQuery_GivesInPartsWhatOneRunGives(DatabaseKind kind) =>
        RunAsync(
            kind,
            200,
            async (number, _, query, mirror) =>
            {
                var interruption = Trials.Generated(Interruption.Any, number, 1u << 31);
                var size = Trials.Generated(PageSizes, number, 1u << 30);
                return await query.FailureAsync(new FaultyMirror(mirror, size), interruption) is { } failure
                    ? $"{interruption}, pages of {size}\n{failure}"
                    : null;
            }
        );

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyQuery_GoesOnBehindItsPlaceWhateverCameAndWent(DatabaseKind kind) =>
        RunAsync(
            kind,
            50,
            async (number, _, query, mirror) =>
            {
                var size = Trials.Generated(PageSizes, number, 1u << 30);
                ComingAndGoing rows = new(mirror, new(number));
                return await rows.FailureAsync(query, size) is { } failure ? $"pages of {size}\n{failure}" : null;
            }
        );

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task AnyExpression_MeansWhatTheNullRuleSays(DatabaseKind kind) =>
        ExpressionTrials.RunAsync(
            400,
            async profiles =>
            {
                ProfilesClient client = new(
                    new()
                    {
                        ApiKey = "sk-ant-test",
                        BaseUrl = "https://api.example",
                        TimeProvider = CaseClock.Instance,
                    }
                );
                var mirror = await TestMirror.OfAsync(kind, client, profiles);
                return new(mirror.Query(), mirror);
            }
        );

    /// <summary>Runs random queries over a mirror of the profiles of each engine.</summary>
    private static async Task RunAsync(
        DatabaseKind kind,
        int usual,
        Func<int, Engine, QueryCase, TestMirror, Task<string?>> failureOf
    )
    {
        Engine? filled = null;
        TestMirror? mirror = null;
        try
        {
            await Trials.RunAsync(
                usual,
                async (number, engine, query) =>
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
                    return await failureOf(number, engine, query.WithoutService(), mirror!);
                }
            );
        }
        finally
        {
            if (mirror is not null)
                await mirror.DisposeAsync();
        }
    }
}
