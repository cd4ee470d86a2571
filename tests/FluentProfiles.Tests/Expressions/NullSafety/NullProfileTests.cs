using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>A source gives no null. Any other profile in an expression may be null, and is skipped like any other
/// receiver.</summary>
public sealed class NullProfileTests
{
    private static readonly UserProfile?[] Known =
    [
        null,
        new()
        {
            Id = "u",
            Name = "Bea u",
            CreatedAt = Part.Start,
        },
    ];
    private static readonly EnforcementStatus? NoStatus = null;
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly ParameterExpression Other = Expression.Parameter(typeof(UserProfile), "k");

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["any"] = NullCase.Of(p => Known.Any(k => k!.Name == p.Name), p => p.Name is null or "Bea u"),
        ["all"] = NullCase.Of(p => Known.All(k => k!.Name!.Length != p.Id.Length), _ => true),
        ["count of a value"] = NullCase.Of(p => Known.Count(k => k!.CreatedAt > p.UpdatedAt.AddYears(-1)), _ => 1),
        ["closed"] = NullCase.Of(_ => Known.Count(k => k!.Name!.Length > 2), _ => 1),
        ["closed, default of a value"] = NullCase.Of(
            _ => Known.Select(k => k!.CreatedAt).First(),
            _ => default(DateTimeOffset)
        ),
        ["nested in a list of the profile"] = NullCase.Of(
            p => p.EnforcementActions.Any(a => Known.Any(k => k!.Id == p.Id || k.Metadata["x"] == a.Id)),
            _ => false
        ),
        ["item of its own"] = NullCase.Of(p => Known.First()!.Name == p.Name, p => p.Name is null),
        ["own code"] = NullCase.Of(
            p => Known.Any(k => Helpers.IsBlank(k!.Name) == (p.Name == null)),
            p => p.Name is not null
        ),
        ["block"] = NullCase.Of(
            Lambda<bool>(
                Expression.Block(
                    [Other],
                    Expression.Assign(Other, Expression.Constant(null, typeof(UserProfile))),
                    Expression.Assign(Other, Other),
                    Expression.Equal(
                        Expression.Property(Other, nameof(UserProfile.Name)),
                        Expression.Property(Profile, nameof(UserProfile.Name))
                    )
                )
            ),
            p => p.Name is null
        ),
        // What a lambda returns is no null where its type takes none.
        ["invoked lambda"] = NullCase.Of(
            Lambda<bool>(
                Expression.Call(
                    typeof(Enumerable),
                    nameof(Enumerable.Any),
                    [typeof(UserProfile)],
                    Expression.Constant(Known),
                    Expression.Lambda<Func<UserProfile, bool>>(
                        Expression.Equal(
                            Expression.Invoke((Expression<Func<UserProfile, DateTimeOffset>>)(q => q.CreatedAt), Other),
                            Expression.Property(Profile, nameof(UserProfile.CreatedAt))
                        ),
                        Other
                    )
                )
            ),
            _ => true
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task NullProfile_IsSkippedLikeAnyReceiver(string name) => Cases[name].CheckAsync();

    [Fact]
    public async Task NullThatASelectGives_IsSkippedInWhatFollows()
    {
        var items = ProfileQuery.FromItems(TestProfiles.Many(6));
        var some = items.Select(p => p.Name == null ? null : p);
        var known = TestProfiles.Many(6).Count(p => p.Name is not null);

        Assert.Equal(known, await some.CountAsync(p => p!.Name!.Length > 2));
        Assert.Equal(known, await some.CountAsync(p => p!.Id.IndexOf('u') == 0));
        Assert.Equal(6 - known, await some.CountAsync(p => !(p!.Id.IndexOf('u') == 0)));
        Assert.Equal(6 - known, await some.CountAsync(p => p!.EnforcementStatus == NoStatus));
        Assert.Equal(known, (await some.Select(p => p!.Id.IndexOf('u') + 1).ToListAsync()).Sum());
    }

    private static Expression<Func<UserProfile, T>> Lambda<T>(Expression body) =>
        Expression.Lambda<Func<UserProfile, T>>(body, Profile);
}
