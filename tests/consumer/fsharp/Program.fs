open System
open FluentProfiles
open FluentProfiles.Emulator

type Row = { Id: string; Name: string }

let profile id (name: string) (status: string) days =
    UserProfile(
        Id = id,
        Name = name,
        EnforcementStatus = EnforcementStatus.op_Implicit status,
        CreatedAt = DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddDays(float days)
    )

let profiles =
    [ profile "uprof_1" "Ada" "banned" 1
      profile "uprof_2" null "restricted" 2
      profile "uprof_3" "Grace" "unrestricted" 3 ]

let query () = ProfileQuery.FromItems profiles
let banned = EnforcementStatus.Banned
let ids = [ "uprof_1"; "uprof_3" ]
let known = Set.ofList ids
let since = DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.Zero)

let print (title: string) (query: ProfileQuery<UserProfile>) =
    let found = query.Select(fun p -> p.Id).ToListAsync().AsTask().Result
    let plan = query.Explain()
    let onService = if plan.OnClient.Count = 0 || not (isNull plan.StopsWhen) then "service" else "client"
    let how = if plan.Lookups > 1 then $"{plan.Lookups} lookups" else onService
    printfn "%s: %s (%s)" title (String.Join(' ', found)) how

print "status" (query().Where(fun p -> p.EnforcementStatus = banned))
print "id" (query().Where(fun p -> p.Id = "uprof_2"))
print "list" (query().Where(fun p -> List.contains p.Id ids))
print "pipe" (query().Where(fun p -> ids |> List.contains p.Id))
print "set" (query().Where(fun p -> known.Contains p.Id))
print "exists" (query().Where(fun p -> ids |> List.exists (fun id -> id = p.Id)))
print "time" (query().Where(fun p -> p.CreatedAt >= since))
print "null" (query().Where(fun p -> not (isNull p.Name) && p.Name.StartsWith "A"))
print "let" (query().Where(fun p -> let status = p.EnforcementStatus in status = banned))
print "match" (query().Where(fun p -> match p.Name with | null -> false | "Ada" -> true | name -> name.Length > 4))

for row in query().Select(fun p -> { Id = p.Id; Name = p.Name }).ToListAsync().AsTask().Result do
    printfn "%s %s" row.Id row.Name
