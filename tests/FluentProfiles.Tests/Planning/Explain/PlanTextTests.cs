namespace FluentProfiles.Tests.Planning.Explain;

/// <summary>Plans as people read them, whole: each shows what a way of writing a query becomes.</summary>
public sealed class PlanTextTests
{
    private static readonly string[] Ids = ["uprof_1", "uprof_2"];
    private static readonly string[] Many = [.. Enumerable.Range(0, 1001).Select(number => $"uprof_{number}")];
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (Func<ProfileQuery<UserProfile>, QueryPlan> Plan, string Text)> Cases =
        new()
        {
            ["everything"] = (
                q => q.Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  requests:       at least 1, no upper bound
                """
            ),
            ["ids"] = (
                q => q.Where(p => Ids.Contains(p.Id)).Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  requests:       2
                """
            ),
            ["ids, selected"] = (
                q => q.Where(p => Ids.Contains(p.Id)).Select(p => p.Metadata["plan"]).Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         created_at, metadata
                  on the client:  Select(p => p.Metadata["plan"])
                  requests:       2
                """
            ),
            ["ids, sorted and filtered"] = (
                q =>
                    q.Where(p => Ids.Contains(p.Id) && p.EnforcementStatus == "banned" && p.CreatedAt > Noon)
                        .OrderBy(p => p.Name)
                        .Select(p => p.Metadata["plan"])
                        .Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          name, ascending, sorted here
                  fields:         created_at, metadata, name, enforcement_status
                  on the client:  Where(p => [banned].Contains(p.EnforcementStatus))
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00.0000001Z)
                  on the client:  Select(p => p.Metadata["plan"])
                  requests:       2
                """
            ),
            ["ids, statuses"] = (
                q =>
                    q.Where(p =>
                            Ids.Contains(p.Id) && (p.EnforcementStatus == "banned" || p.EnforcementStatus == "pending")
                        )
                        .Where(p => p.CreatedAt > Noon)
                        .Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  on the client:  Where(p => [banned, pending].Contains(p.EnforcementStatus))
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00.0000001Z)
                  requests:       2
                """
            ),
            ["ids, details"] = (
                q => q.Where(p => p.Id == "uprof_1").WithDetails().Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  requests:       1
                """
            ),
            ["as many ids as are looked up"] = (
                q => q.Where(p => Many.Take(1000).Contains(p.Id)).Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  requests:       1,000
                """
            ),
            ["more ids"] = (
                q => q.Where(p => Many.Contains(p.Id) && p.Name != "x").Select(p => p.Programs.Efs).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id, name, programs.efs
                  on the client:  Where(p => [1001 ids].Contains(p.Id))
                  on the client:  Where(p => p.Name != "x")
                  on the client:  Select(p => p.Programs.Efs)
                  stops when:     all ids are found
                  requests:       at least 1, no upper bound
                """
            ),
            ["more ids, redacted"] = (
                q => q.Where(p => Many.Contains(p.Id)).Explain(redact: true),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => ?.Contains(p.Id))
                  stops when:     all ids are found
                  requests:       at least 1, no upper bound
                """
            ),
            ["more ids, held to what lists omit"] = (
                q => q.Where(p => Many.Contains(p.Id) && p.Programs.Efs == null).Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  on the client:  Where(p => p.Programs.Efs == null)
                  requests:       1,001
                """
            ),
            ["lower bound"] = (
                q => q.Where(p => p.CreatedAt >= Noon).Select(p => p.Id).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id, created_at
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00Z)
                  on the client:  Select(p => p.Id)
                  stops when:     created_at < 2026-05-01T12:00:00Z
                  requests:       at least 1, no upper bound
                """
            ),
            ["lower bound, oldest first"] = (
                q => q.OrderBy().Where(p => p.CreatedAt >= Noon).Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=created_at
                  order:          created_at, ascending
                  fields:         all
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00Z): the service cannot filter on this, so every page is read
                  requests:       at least 1, no upper bound
                """
            ),
            ["upper bound, newest first"] = (
                q => q.Where(p => p.CreatedAt <= Noon).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.CreatedAt <= 2026-05-01T12:00:00Z): the service cannot filter on this, so every page is read
                  requests:       at least 1, no upper bound
                """
            ),
            ["both bounds, oldest first"] = (
                q => q.OrderBy().Where(p => p.CreatedAt > Noon && p.CreatedAt < Noon.AddHours(1)).Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=created_at
                  order:          created_at, ascending
                  fields:         all
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00.0000001Z && p.CreatedAt <= 2026-05-01T12:59:59.9999999Z)
                  stops when:     created_at > 2026-05-01T12:59:59.9999999Z
                  requests:       at least 1, no upper bound
                """
            ),
            ["bound by name"] = (
                q => q.OrderByDescending(p => p.Name).Where(p => p.CreatedAt > Noon).Explain(redact: true),
                """
                GET /v1/user_profiles?limit=100&order=desc&order_by=name
                  order:          name, descending
                  fields:         all
                  on the client:  Where(p => p.CreatedAt >= ?): the service cannot filter on this, so every page is read
                  requests:       at least 1, no upper bound
                """
            ),
            ["bound and Take"] = (
                q => q.Where(p => p.CreatedAt > Noon).Take(5).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00.0000001Z)
                  on the client:  Take(5)
                  stops when:     created_at < 2026-05-01T12:00:00.0000001Z
                  requests:       at least 1, no upper bound
                """
            ),
            ["condition"] = (
                q => q.Where(p => p.Name == "x").Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name == "x"): the service cannot filter on this, so every page is read
                  requests:       at least 1, no upper bound
                """
            ),
            ["condition behind Take"] = (
                q => q.Take(1500).Where(p => p.Name == "x").Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name == "x")
                  requests:       1 to 15
                """
            ),
            ["constants behind Take"] = (
                q => q.Take(5).Where(p => true && p.Name == "x").Explain(),
                """
                GET /v1/user_profiles?limit=5
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name == "x")
                  requests:       1
                """
            ),
            ["contradiction"] = (
                q => q.Where(p => p.EnforcementStatus == "banned" && p.EnforcementStatus == "pending").Explain(),
                """
                Nothing is sent: no profile can match.
                """
            ),
            ["contradiction behind Take"] = (
                q => q.Take(5).Where(p => false).Explain(),
                """
                Nothing is sent: no profile can match.
                """
            ),
            ["nothing taken"] = (
                q => q.Where(p => p.Name == "x").Take(0).Take(0).Explain(),
                """
                Nothing is sent: no profile can match.
                """
            ),
            ["code"] = (
                q =>
                    q.WhereOnClient(p => p.Name == "x")
                        .WhereOnClient(p => p.Id == "y")
                        .Take(5)
                        .Select(p => p.Id)
                        .Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  WhereOnClient(…): the service cannot filter on this, so every page is read
                  on the client:  WhereOnClient(…): the service cannot filter on this, so every page is read
                  on the client:  Take(5)
                  on the client:  Select(p => p.Id)
                  requests:       at least 1, no upper bound
                """
            ),
            ["code behind Select"] = (
                q => q.Select(p => p.Id).WhereOnClient(id => id == "x").Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id
                  on the client:  Select(p => p.Id)
                  on the client:  WhereOnClient(…)
                  requests:       at least 1, no upper bound
                """
            ),
            ["order replaced"] = (
                q => q.OrderBy(p => p.UpdatedAt).Reverse().OrderBy(p => p.Name).OrderByDescending().Explain(),
                """
                GET /v1/user_profiles?limit=100&order=desc&order_by=created_at
                  order:          created_at, descending
                  fields:         all
                  requests:       at least 1, no upper bound
                """
            ),
            ["sorted behind Take"] = (
                q => q.Take(20).OrderByDescending(p => p.UpdatedAt).Explain(),
                """
                GET /v1/user_profiles?limit=20
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  OrderByDescending(p => p.UpdatedAt)
                  requests:       1
                """
            ),
            ["Take behind a filter behind Take"] = (
                q => q.Take(50).Take(40).Where(p => p.Name != null).Take(5).Explain(),
                """
                GET /v1/user_profiles?limit=40
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name != null)
                  on the client:  Take(5)
                  requests:       1
                """
            ),
            ["Take behind a sort behind Take"] = (
                q => q.Take(50).OrderBy(p => p.Name).Take(5).Select(p => p.Id).Take(4).Explain(),
                """
                GET /v1/user_profiles?limit=50
                  order:          created_at, descending, the default of the service
                  fields:         id, name
                  on the client:  OrderBy(p => p.Name)
                  on the client:  Take(5)
                  on the client:  Take(4)
                  on the client:  Select(p => p.Id)
                  requests:       1
                """
            ),
            ["sorted behind Skip"] = (
                q => q.Skip(20).OrderByDescending(p => p.Name).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Skip(20)
                  on the client:  OrderByDescending(p => p.Name): the service cannot sort by this, so all items are read and buffered first
                  requests:       at least 1, no upper bound
                """
            ),
            ["same order behind Take"] = (
                q => q.Take(5).OrderByDescending().Explain(),
                """
                GET /v1/user_profiles?limit=5
                  order:          created_at, descending, the default of the service
                  fields:         all
                  requests:       1
                """
            ),
            ["other order behind Take"] = (
                q => q.Take(5).OrderBy().Explain(),
                """
                GET /v1/user_profiles?limit=5
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  OrderBy(profile => profile.CreatedAt)
                  requests:       1
                """
            ),
            ["same order behind Skip"] = (
                q => q.Skip(3).OrderByDescending().Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Skip(3)
                  requests:       at least 1, no upper bound
                """
            ),
            ["other order behind Skip"] = (
                q => q.Skip(3).OrderBy().Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=created_at
                  order:          created_at, ascending
                  fields:         all
                  on the client:  Skip(3): the listing is reversed, and the items to skip come last
                  requests:       at least 1, no upper bound
                """
            ),
            ["names reversed"] = (
                q => q.OrderBy(p => p.Name).Reverse().Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=name
                  order:          name, ascending
                  fields:         all
                  on the client:  Reverse(): the service cannot sort by this, so all items are read and buffered first
                  requests:       at least 1, no upper bound
                """
            ),
            ["turned round behind Skip"] = (
                q => q.Skip(2).Reverse().Take(3).Explain(),
                """
                GET /v1/user_profiles?limit=5&order=asc&order_by=created_at
                  order:          created_at, ascending
                  fields:         all
                  on the client:  Skip(2): the listing is reversed, and the items to skip come last
                  requests:       1
                """
            ),
            ["turned round twice"] = (
                q => q.Skip(2).Reverse().Reverse().Take(3).Explain(),
                """
                GET /v1/user_profiles?limit=5&order=desc&order_by=created_at
                  order:          created_at, descending
                  fields:         all
                  on the client:  Skip(2)
                  requests:       1
                """
            ),
            ["Skip of nothing, turned round"] = (
                q => q.Skip(0).Reverse().Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=created_at
                  order:          created_at, ascending
                  fields:         all
                  requests:       at least 1, no upper bound
                """
            ),
            ["smaller Take first"] = (
                q => q.Take(4).Take(9).Explain(),
                """
                GET /v1/user_profiles?limit=4
                  order:          created_at, descending, the default of the service
                  fields:         all
                  requests:       1
                """
            ),
            ["Take of what passes"] = (
                q => q.Where(p => p.Name != null).Select(p => p.Id).Skip(1).Take(4).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id, name
                  on the client:  Where(p => p.Name != null): the service cannot filter on this, so every page is read
                  on the client:  Skip(1)
                  on the client:  Take(4)
                  on the client:  Select(p => p.Id)
                  requests:       at least 1, no upper bound
                """
            ),
            ["Take of the computed"] = (
                q => q.Select(p => p.Name + "!").Skip(1).Take(5).Explain(),
                """
                GET /v1/user_profiles?limit=6
                  order:          created_at, descending, the default of the service
                  fields:         name
                  on the client:  Skip(1)
                  on the client:  Select(p => p.Name + "!")
                  requests:       1
                """
            ),
            ["Take of the computed that passes"] = (
                q => q.Select(p => p.Name + "!").Where(n => n != "!").Take(5).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         name
                  on the client:  Select(p => p.Name + "!")
                  on the client:  Where(n => n != "!")
                  on the client:  Take(5)
                  requests:       at least 1, no upper bound
                """
            ),
            ["details"] = (
                q => q.Take(3).WithDetails(2).Explain(),
                """
                GET /v1/user_profiles?limit=3
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  WithDetails(2): one more request for each profile
                  requests:       1 to 4
                """
            ),
            ["details of all"] = (
                q => q.WithDetails().WithDetails().Select(p => p.Programs.Efs).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id, programs.efs
                  on the client:  WithDetails(4): one more request for each profile
                  on the client:  Select(p => p.Programs.Efs)
                  requests:       at least 1, no upper bound
                """
            ),
            ["Take of the detailed"] = (
                q => q.WithDetails().Take(3).Take(2).Explain(),
                """
                GET /v1/user_profiles?limit=2
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  WithDetails(4): one more request for each profile
                  on the client:  Take(3)
                  on the client:  Take(2)
                  requests:       at least 1, no upper bound
                """
            ),
            ["profile itself selected"] = (
                q => q.Select(p => p).Where(p => p.Name == "x").Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name == "x"): the service cannot filter on this, so every page is read
                  requests:       at least 1, no upper bound
                """
            ),
            ["parts selected"] = (
                q =>
                    q.Select(p => new
                        {
                            p.ExternalUserDetails,
                            p.Programs.Cyber!.Status,
                            p.AccessType,
                        })
                        .Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         access_type, external_user_details, programs.cyber.status
                  on the client:  Select(p => new { p.ExternalUserDetails, p.Programs.Cyber.Status, p.AccessType })
                  requests:       at least 1, no upper bound
                """
            ),
            ["parts held against null"] = (
                q => q.Where(p => p.Programs.Cyber != null && null != p.ExternalId).Select(p => p.Id).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         id, external_id, programs.cyber
                  on the client:  Where(p => p.Programs.Cyber != null && null != p.ExternalId): the service cannot filter on this, so every page is read
                  on the client:  Select(p => p.Id)
                  requests:       at least 1, no upper bound
                """
            ),
            ["nothing of the profile"] = (
                q => q.Select(p => 1).Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         none, profiles are only counted
                  on the client:  Select(p => 1)
                  requests:       at least 1, no upper bound
                """
            ),
            ["settings"] = (
                q =>
                    q.WithBeta(AnthropicBeta.UserProfiles2026_08_18, "webhooks-2026-10-07")
                        .WithWorkspace("wrkspc_1")
                        .WithPageSize(7)
                        .Take(10)
                        .Explain(),
                """
                GET /v1/user_profiles?limit=7
                  betas:          user-profiles-2026-08-18, webhooks-2026-10-07
                  workspace:      wrkspc_1
                  order:          created_at, descending, the default of the service
                  fields:         all
                  requests:       1 to 2
                """
            ),
            ["two-ended"] = (
                q => q.WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  two-ended:      the listing is read from both ends at once, until they meet
                  requests:       at least 1, no upper bound
                """
            ),
            ["two-ended by name"] = (
                q => q.OrderBy(p => p.Name).WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles?limit=100&order=asc&order_by=name
                  order:          name, ascending
                  fields:         all
                  two-ended:      no effect: the listing is read from one end
                  requests:       at least 1, no upper bound
                """
            ),
            ["two-ended with Take"] = (
                q => q.Where(p => p.Name == "x").Take(4).WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.Name == "x"): the service cannot filter on this, so every page is read
                  on the client:  Take(4)
                  two-ended:      no effect: the listing is read from one end
                  requests:       at least 1, no upper bound
                """
            ),
            ["two-ended with a bound"] = (
                q => q.Where(p => p.CreatedAt > Noon).WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  on the client:  Where(p => p.CreatedAt >= 2026-05-01T12:00:00.0000001Z)
                  stops when:     created_at < 2026-05-01T12:00:00.0000001Z
                  two-ended:      no effect: the listing is read from one end
                  requests:       at least 1, no upper bound
                """
            ),
            ["two-ended over ids"] = (
                q => q.Where(p => p.Id == "uprof_1").WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles/{id}
                  order:          created_at, descending, sorted here
                  fields:         all
                  two-ended:      no effect: the listing is read from one end
                  requests:       1
                """
            ),
            ["two-ended over nothing"] = (
                q => q.Take(0).WithTwoEndedScan().Explain(),
                """
                Nothing is sent: no profile can match.
                """
            ),
            ["two-ended from a cursor"] = (
                q => q.FromPage("next").WithTwoEndedScan().Explain(),
                """
                GET /v1/user_profiles?limit=100
                  order:          created_at, descending, the default of the service
                  fields:         all
                  requests:       at least 1, no upper bound
                """
            ),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_ReadsSo(string name)
    {
        var (plan, text) = Cases[name];

        Assert.Equal(text, plan(ProfileQuery.FromItems([])).ToString(), ignoreLineEndingDifferences: true);
    }
}
